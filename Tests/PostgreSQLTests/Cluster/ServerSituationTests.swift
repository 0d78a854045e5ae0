import Testing

@testable import PostgreSQL

struct ServerSituationTests {
    private typealias Case = (
        name: String, isHeld: Bool, hasFile: Bool, isAlive: Bool, others: [Int32],
        answer: ServerPing.Answer, expected: ServerSituation
    )

    @Test func `the signs of a server are judged together`() throws {
        let text = "4242\n/data/cluster\n1700000000\n5432\n/run/emapa-1\n\n 1 2\nready   \n"
        let cases: [Case] = [
            ("nothing at all", false, false, false, [], .silent, .stopped),
            ("a stale file", false, true, false, [], .silent, .stopped),
            ("a copy whose file leads to the original", false, true, false, [], .ready, .stopped),
            ("a healthy server", true, true, true, [], .ready, .running(pid: 4242)),
            ("one started by hand, without the lock", false, true, true, [], .ready, .running(pid: 4242)),
            ("one on its way", true, true, true, [], .silent, .starting(pid: 4242)),
            ("one in recovery", true, true, true, [], .refusing, .starting(pid: 4242)),
            ("one behind another process table", true, true, false, [], .ready, .running(pid: 4242)),
            ("backends of a killed one", true, true, false, [7], .silent, .leftovers([7])),
            ("one whose folder was removed", false, false, false, [7], .silent, .leftovers([7])),
            ("one before it wrote its file", true, false, false, [9], .silent, .leftovers([9])),
            ("an unseen holder of the lock", true, false, false, [], .silent, .leftovers([])),
        ]
        for item in cases {
            let signs = ServerSituation.Signs(
                isLockHeld: item.isHeld,
                file: item.hasFile ? PostmasterFile(text) : nil,
                isServerAlive: item.isAlive,
                others: item.others,
                answer: item.answer
            )
            #expect(ServerSituation.judge(signs) == item.expected, "\(item.name)")
        }
    }

    @Test func `a server that says it is stopping is waited for although it answers`() {
        let file = PostmasterFile("4242\n/data\n1\n5432\n/run\n\n1 2\nstopping\n")
        let signs = ServerSituation.Signs(
            isLockHeld: true,
            file: file,
            isServerAlive: true,
            others: [],
            answer: .ready
        )
        #expect(ServerSituation.judge(signs) == .stopping(pid: 4242))
    }
}
