import Testing

@testable import PostgreSQL

struct PostmasterFileTests {
    @Test func `a running server's file is read`() {
        let file = PostmasterFile("17\n/data/cluster\n1700000000\n5433\n/run/emapa-1\n\n  5 6\nready   \n")
        #expect(file?.pid == 17)
        #expect(file?.folder == "/data/cluster")
        #expect(file?.port == 5433)
        #expect(file?.socketFolder == "/run/emapa-1")
        #expect(file?.isStopping == false)
    }

    @Test func `a file that is still being written has no socket yet`() {
        #expect(PostmasterFile("17\n/data/cluster\n1700000000\n")?.socketFolder == "")
    }

    @Test(arguments: [
        "", "\n", "17", "abc\n/data\n", "-17\n/data\n1\n", "1\n/data\n", "0\n/data\n",
        "99999999999999\n/data\n",
    ])
    func `what names no postmaster is no file`(text: String) {
        #expect(PostmasterFile(text) == nil)
    }
}
