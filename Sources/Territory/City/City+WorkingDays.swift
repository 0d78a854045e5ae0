package import Reports

extension City {
    /// The city's working days, by which deadlines are counted.
    package var workingDays: WorkingDays { WorkingDays(calendar: holidays, zone: timeZone) }
}
