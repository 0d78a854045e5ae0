import Testing

@testable import Cryptography

@Suite(.timeLimit(.minutes(1)))
struct PasswordHashTests {
    @Test func `a hash knows its password and no other, and says by itself how it was made`() throws {
        let password = "zażółć gęślą jaźń"
        let hash = try #require(PasswordHash(of: password))
        #expect(hash.text.hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$"))
        #expect(hash.isHash(of: password))
        #expect(PasswordHash(hash.text).isHash(of: password))
        #expect(!hash.isHash(of: password + " "))
        #expect(!hash.isHash(of: ""))
    }

    @Test func `two hashes of one password differ`() throws {
        let first = try #require(PasswordHash(of: "the same password"))
        let second = try #require(PasswordHash(of: "the same password"))
        #expect(first != second)
    }

    @Test func `a password ends at its end, not at a NUL`() throws {
        let hash = try #require(PasswordHash(of: "before\0after"))
        #expect(!hash.isHash(of: "before"))
        #expect(!hash.isHash(of: "before\0other"))
    }

    @Test(
        arguments: [
            "", "x", "$argon2id$", "$2b$12$abcdefghijklmnopqrstuv", "$argon2id$v=19$m=65536,t=2,p=1$",
            "$argon2id$v=19$m=99999999,t=2,p=1$ZW1hcGEtbm9ib2R5LXNhbA$AAAA",
            String(repeating: "$argon2id$", count: 100),
        ]
    )
    func `what is no hash is that of no password`(text: String) {
        #expect(!PasswordHash(text).isHash(of: "password"))
    }

    @Test func `a password beyond the bound is not even looked at`() {
        #expect(PasswordHash(of: String(repeating: "a", count: 513)) == nil)
        #expect(!PasswordHash.ofNobody.isHash(of: String(repeating: "a", count: 513)))
    }

    @Test func `comparing with nobody's hash takes as long as with somebody's`() throws {
        let real = try #require(PasswordHash(of: "somebody's password"))
        let clock = ContinuousClock()
        let nobody = (0..<3).map { _ in clock.measure { _ = PasswordHash.ofNobody.isHash(of: "wrong") } }
        let somebody = (0..<3).map { _ in clock.measure { _ = real.isHash(of: "wrong") } }
        let (least, most) = (nobody.min() ?? .zero, somebody.min() ?? .zero)
        // Were the text not one that can be compared with, this would take no time at all.
        #expect(least * 3 > most)
    }

    @Test func `one is hashed at a time, few wait, and who comes then is refused`() async throws {
        let work = PasswordWork(queueCapacity: 2)
        let outcomes = await withTaskGroup(of: Result<PasswordHash, any Error>.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    do { return .success(try await work.hash("twelve at once")) } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let refused = outcomes.compactMap { outcome -> PasswordWork.Refused? in
            guard case .failure(let error) = outcome else { return nil }
            return error as? PasswordWork.Refused
        }
        let made = outcomes.count { (try? $0.get()) != nil }
        #expect(made >= 2)
        #expect(made + refused.count == 12)
        #expect(refused.contains(.busy))
        #expect(refused.allSatisfy { $0 == .busy })
        // The queue has room again.
        let hash = try await work.hash("afterwards")
        let isRight = try await work.isRight("afterwards", for: hash)
        #expect(isRight)
    }
}
