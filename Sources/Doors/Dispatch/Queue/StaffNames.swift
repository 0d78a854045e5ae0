import Ledger
import Reports

/// What colleagues are called, by the numbers of their accounts.
struct StaffNames {
    private let accounts: [Int: StaffAccount]

    init(_ accounts: [StaffAccount]) {
        self.accounts = Dictionary(accounts.map { ($0.id, $0) }) { first, _ in first }
    }

    /// A name; the number of an account that there is no more.
    func name(of account: Int) -> String { accounts[account]?.name ?? "#\(account)" }

    /// Who can have a unit's cases, by name; for nil, those who see to all units'.
    func holders(of unit: String?) -> [StaffAccount] {
        accounts.values.filter { $0.disabled == nil && $0.staff.may(.step, on: unit == nil ? .other : .own) }
            .filter { $0.staff.unit == nil || $0.staff.unit == unit || unit == nil }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
}
