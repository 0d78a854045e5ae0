package import Glibc

/// Runs programs for the tests.
package enum Program {
    package struct Failed: Error {
        package let command: [String]
        package let status: Int32
    }

    /// Runs a program to its end; throws when it fails.
    package static func run(_ command: [String]) throws {
        let child = try start(command, input: nil)
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) == -1 && errno == EINTR {}
        guard status == 0 else { throw Failed(command: command, status: status) }
    }

    /// Starts a program, found by PATH, with its output dropped and `input` as its standard input.
    package static func start(_ command: [String], input: Int32?) throws -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        if let input {
            unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let arguments = unsafe command.map { unsafe strdup($0) } + [nil]
        defer { unsafe arguments.forEach { unsafe free($0) } }
        var child: pid_t = 0
        let code = unsafe posix_spawnp(&child, command[0], &actions, nil, arguments, environ)
        guard code == 0 else { throw Failed(command: command, status: code) }
        return child
    }
}
