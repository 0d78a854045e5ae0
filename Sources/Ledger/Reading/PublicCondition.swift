import PostgreSQL

/// `PublicView.isPublic`, said in SQL.
enum PublicCondition {
    /// Whether everybody may know of a `report` named `r`, if the categories with these codes are for staff.
    static func sql(withheld: [String]) -> SQL {
        """
        NOT r.hidden AND r.status <> 'withdrawn' AND NOT (r.status = 'rejected' AND r.kind <> 'idea')
            AND r.category <> ALL (\(withheld))
        """
    }
}
