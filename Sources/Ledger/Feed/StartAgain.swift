/// The place is none of the feed's any more: a dump was restored, another server took over, or it never was one.
///
/// What was told up to it may not have happened, so its holder begins anew.
package struct StartAgain: Error, Sendable {}
