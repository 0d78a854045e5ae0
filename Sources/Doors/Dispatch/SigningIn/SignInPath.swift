import HTTP
import Ledger

/// Where somebody has to go who has not signed in, or not quite, and where to afterwards.
struct SignInPath: Equatable {
    /// The address.
    let text: String

    /// The page of a stage; of the beginning where there is no session.
    init(_ stage: SignInStage?, next: ReturnPath) {
        guard stage != .open else {
            text = next.text
            return
        }
        let path = "/dispatch/sign-in" + (stage.map { "/\(SignInPath.name(of: $0))" } ?? "")
        text = next == .start ? path : path + "?" + Query([.init(name: "next", value: next.text)]).encoded
    }

    /// What the address of a stage ends with.
    static func name(of stage: SignInStage) -> String {
        switch stage {
        case .code: "code"
        case .password: "password"
        case .enrolment: "codes"
        case .open: ""
        }
    }
}
