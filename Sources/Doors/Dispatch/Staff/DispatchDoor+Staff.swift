import Cryptography
import Formats
import HTTP
import Ledger
import Pages
import Reports
import Territory

/// The accounts, for administrators: a list, a form for a new one, a page for each.
extension DispatchDoor {
    func openStaff(_ group: inout RouteGroup) {
        page(&group, "/staff", requiring: .manageStaff) { visit in
            let list = try await accounts.list()
            return try site.reply(
                "staff",
                ["accounts": .list(list.map { values(of: $0, for: visit) })],
                to: visit
            )
        }
        page(&group, "/staff/new", requiring: .manageStaff) { visit in
            try site.reply("newaccount", StaffForm().values(for: visit), to: visit)
        }
        form(&group, "/staff/new", requiring: .manageStaff) { try await addAccount($1, by: $0) }
        openAccountOfStaff(&group)
    }

    private func addAccount(_ fields: Query, by visit: StaffVisit) async throws -> Response {
        let form = StaffForm(fields)
        do {
            let new = try form.account(in: visit.city)
            let password = GivenPassword.random()
            let hash = try await signIn.passwords.hash(password.text)
            do {
                try await accounts.add(new, password: hash, .oneTime, by: visit.staff.actor)
            } catch StaffRefused.loginTaken {
                throw StaffForm.Fault.taken
            }
            return try show(password, of: new.login, to: visit)
        } catch let fault as StaffForm.Fault {
            var values = form.values(for: visit)
            values.set("problem", visit.words("staffform.faults.\(fault.rawValue)"))
            return try site.reply("newaccount", values, to: visit, status: .unprocessableContent)
        }
    }

    /// The page that shows a password, this once; it is the answer itself, since nothing is to remember it.
    func show(_ password: GivenPassword, of login: StaffLogin, to visit: StaffVisit) throws -> Response {
        try site.reply(
            "given",
            ["ofLogin": .text(login.text), "password": .text(password.text)],
            to: visit
        )
    }

    /// An account as lists show it.
    func values(of account: StaffAccount, for visit: StaffVisit) -> PageScope {
        let isWaiting = account.lockedUntil.map { $0 > visit.now } ?? false
        let state =
            account.disabled != nil
            ? "disabled"
            : isWaiting ? "waiting" : account.password == .oneTime ? "invited" : "active"
        let codes = account.codes.areSetUp ? "on" : account.codes.rule == .required ? "due" : "off"
        return [
            "id": .text(String(account.id)),
            "ofLogin": .text(account.login.text),
            "ofName": .text(account.name),
            "ofRole": .text(account.staff.role.name[visit.language]),
            "ofUnit": .text(account.staff.unit ?? ""),
            "ofUnitName": .text(site.unitName(of: account.staff, in: visit.visit)),
            "state": .text(visit.words("staff.states.\(state)")),
            "isActive": .flag(state == "active"),
            "codes": .text(visit.words("staff.codes.\(codes)")),
            "created": .text(visit.dates.day(account.created)),
            "isDisabled": .flag(account.disabled != nil),
            "isSelf": .flag(account.id == visit.staff.id),
            "codesAreOn": .flag(account.codes.areSetUp),
        ]
    }
}
