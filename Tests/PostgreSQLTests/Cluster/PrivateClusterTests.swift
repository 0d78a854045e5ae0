import Testing

/// The private cluster with real servers; nested suites follow one another, because each costs a start.
@Suite(.serialized, .enabled(if: installedServer != nil, "needs PostgreSQL's programs and a user for them"))
struct PrivateClusterTests {}
