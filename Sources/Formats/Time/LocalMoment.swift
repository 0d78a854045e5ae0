/// A moment as the clocks of a place show it.
package struct LocalMoment: Hashable, Sendable {
    package let date: CivilDate
    /// Seconds since the clocks showed midnight, from 0 to 86,399.
    package let secondOfDay: Int
    /// Seconds by which the clocks are ahead of UTC.
    package let offset: Int

    /// A day, what the clocks show on it, and how far they are ahead of UTC.
    package init(date: CivilDate, secondOfDay: Int, offset: Int) {
        self.date = date
        self.secondOfDay = secondOfDay
        self.offset = offset
    }
}
