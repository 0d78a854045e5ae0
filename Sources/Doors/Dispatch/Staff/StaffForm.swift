import Formats
import HTTP
import Ledger
import Pages
import Reports
import Territory

/// What the form of an account sends, for a new one or for one that is changed.
struct StaffForm {
    let login: String
    let name: String
    let role: StaffRole?
    let unit: String
    let language: Language
    let codes: CodeRule

    /// What is wrong with it, by the name of a message.
    enum Fault: String, Error {
        case login, name, role, unit, taken
    }

    private static let longest = 200

    init(_ fields: Query) {
        func text(_ name: String) -> String {
            String(fields.trimmed(name).unicodeScalars.prefix(StaffForm.longest))
        }
        login = text("login")
        name = text("name")
        role = fields.first("role").flatMap { StaffRole(rawValue: $0) }
        unit = text("unit")
        language = fields.first("language").flatMap { Language(rawValue: $0) } ?? .pl
        codes = fields.first("codes") == "required" ? .required : .optional
    }

    /// The form as it is for a new account.
    init() {
        (login, name, role, unit, language, codes) = ("", "", nil, "", .pl, .required)
    }

    /// The form as it is for an account that there is.
    init(_ account: StaffAccount) {
        login = account.login.text
        name = account.name
        role = account.staff.role
        unit = account.staff.unit ?? ""
        language = account.language
        codes = account.codes.rule
    }

    /// The account that it asks for.
    func account(in city: City) throws(Fault) -> NewStaffAccount {
        guard let login = StaffLogin(login) else { throw .login }
        let staff = try staff(in: city)
        guard
            let account = NewStaffAccount(
                login: login,
                name: name,
                staff: staff,
                language: language,
                codes: codes
            )
        else { throw .name }
        return account
    }

    /// The change that it asks for.
    func change(in city: City) throws(Fault) -> StaffChange {
        let staff = try staff(in: city)
        guard let change = StaffChange(name: name, staff: staff, language: language, codes: codes) else {
            throw .name
        }
        return change
    }

    /// The role with its unit, which has to be one of the city's; what was chosen for others is passed over.
    private func staff(in city: City) throws(Fault) -> Staff {
        guard let role else { throw .role }
        let known = role.hasUnit ? city.units[unit] : nil
        guard known?.kind != .external, let staff = Staff(role, unit: known?.code) else { throw .unit }
        return staff
    }

    /// What the page shows again.
    func values(for visit: StaffVisit) -> PageScope {
        let units = visit.city.units.units.filter { $0.kind != .external }
        return [
            "newLogin": .text(login),
            "newName": .text(name),
            "roles": .list(
                StaffRole.allCases.map {
                    [
                        "code": .text($0.rawValue), "name": .text($0.name[visit.language]),
                        "isChosen": .flag($0 == role),
                    ]
                }
            ),
            "units": .list(
                units.map {
                    [
                        "code": .text($0.code), "name": .text($0.name[visit.language]),
                        "isChosen": .flag($0.code == unit),
                    ]
                }
            ),
            "isInPolish": .flag(language == .pl),
            "isInEnglish": .flag(language == .en),
            "needsCodes": .flag(codes == .required),
        ]
    }
}
