/// Somebody of the staff, as far as rights go: a role, and the unit of one who has a unit.
package struct Staff: Hashable, Sendable {
    /// What the account is for.
    package let role: StaffRole
    /// The code of the unit that a dispatcher works for; nil for everybody else.
    package let unit: String?

    /// Nil unless there is a unit if and only if the role has one.
    package init?(_ role: StaffRole, unit: String? = nil) {
        guard role.hasUnit == (unit != nil) else { return nil }
        self.role = role
        self.unit = unit
    }

    /// Whether the right is there for a case.
    ///
    /// - Parameters:
    ///   - right: what is wanted.
    ///   - tie: how the case stands to this account, as `tie` tells.
    /// - Returns: whether the table grants it.
    package func may(_ right: StaffRight, on tie: CaseTie) -> Bool {
        StaffTable.reach(of: right, for: role).contains(tie)
    }

    /// Whether the right is there for any case, or for what is no matter of cases.
    package func may(_ right: StaffRight) -> Bool {
        !StaffTable.reach(of: right, for: role).isEmpty
    }

    /// How a case stands to this account.
    ///
    /// - Parameters:
    ///   - unit: the code of the unit that has the case.
    ///   - asked: the codes of the units that were asked about it.
    /// - Returns: neither, for everybody who has no unit.
    package func tie(toCaseOf unit: String?, asked: some Sequence<String>) -> CaseTie {
        guard let own = self.unit else { return .other }
        if own == unit { return .own }
        return asked.contains(own) ? .asked : .other
    }
}
