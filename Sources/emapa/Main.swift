import CProcess
import Glibc

/// The program: finds the command, runs it, and turns what it throws into a message and an exit code.
@main
struct Emapa {
    private static var commands: [any Command.Type] {
        [
            ServeCommand.self, MigrateCommand.self, SeedCommand.self, CheckCommand.self, PlaceCommand.self,
            GeodataCheckCommand.self, GeodataImportCommand.self, GeodataReplayCommand.self,
            KeysAddCommand.self, KeysListCommand.self, KeysRevokeCommand.self,
            StaffAddCommand.self, StaffListCommand.self, StaffDisableCommand.self, StaffEnableCommand.self,
            StaffResetPasswordCommand.self,
        ]
    }

    /// Runs the command as a task of its own, while the main thread waits for signals: in an `async` main it would
    /// take every signal with its default, deadly effect.
    static func main() {
        // Before any thread exists: threads inherit the mask, so only the one that waits gets the signals.
        guard process_stop_signals_claim() == 0 else {
            exit(complain("the system refuses to hold signals back", code: .failure))
        }
        let (command, arguments) = choose(CommandLine.arguments.dropFirst())
        let stop = StopRequest()
        // Ended by `exit`, or cancelled below; detached, because the main actor's thread is the one that waits.
        let work = Task.detached { exit(await run(command, arguments, until: stop).rawValue) }
        while true {
            let signal = process_stop_signal_wait(-1)
            // Whoever asks twice is in a hurry; the database recovers by itself.
            guard stop.raise(signal: signal) else { _exit(128 + signal) }
            if !command.stopsByItself { work.cancel() }
        }
    }

    /// Finds the command and its arguments; answers by itself where a page of help is all that is wanted.
    private static func choose(_ words: ArraySlice<String>) -> (any Command.Type, Arguments) {
        let command: any Command.Type
        let rest: ArraySlice<String>
        switch CommandChoice(words, among: commands) {
        case .command(let found, let words): (command, rest) = (found, words)
        case .page(let page, let code):
            print(page)
            exit(code.rawValue)
        case .mistake(let message): exit(complain(message, code: .usage))
        }
        do {
            return (command, try Arguments(rest, of: command.description))
        } catch {
            exit(complain(usage(error, of: command), code: .usage))
        }
    }

    private static func run(
        _ command: any Command.Type,
        _ arguments: Arguments,
        until stop: StopRequest
    ) async -> ExitCode {
        do {
            return try await command.init(arguments).run(until: stop)
        } catch let error as ArgumentError {
            complain(usage(error, of: command), code: .usage)
            return .usage
        } catch {
            complain(Task.isCancelled ? "stopped before the end" : "\(error)", code: .failure)
            return .failure
        }
    }

    private static func usage(_ error: ArgumentError, of command: any Command.Type) -> String {
        "\(error)\n'emapa \(command.description.name) --help' explains the options"
    }

    @discardableResult
    private static func complain(_ message: String, code: ExitCode) -> Int32 {
        let text = "emapa: \(message)\n"
        _ = unsafe write(STDERR_FILENO, text, text.utf8.count)
        return code.rawValue
    }
}

/// What the shell is told.
enum ExitCode: Int32 {
    case success = 0
    case failure = 1
    /// The command line was wrong (sysexits.h, EX_USAGE).
    case usage = 64
}

/// The version that `--version` and the log show.
let version = "0.1.0"
