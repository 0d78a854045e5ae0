import Reports
import Testing

@testable import emapa

struct SeedRandomTests {
    // The reference sequence of SplitMix64 for the seed 1234567.
    @Test func `numbers are those of the published generator`() {
        var random = SeedRandom(1_234_567)
        let numbers = (0..<3).map { _ in random.next() }
        #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }

    @Test func `numbers stay below their bound and around their middle`() {
        var random = SeedRandom(2)
        var sum = 0
        var squares = 0
        for _ in 0..<20_000 {
            #expect(0..<10 ~= random.below(10))
            #expect(0..<10 ~= random.lowBelow(10))
            let value = random.around(1_000)
            #expect(abs(value) <= 3_500)
            sum += value
            squares += value * value
        }
        #expect(abs(sum / 20_000) < 30)
        #expect(900_000...1_100_000 ~= squares / 20_000)
        #expect(random.below(0) == 0)
    }

    @Test func `weights decide how often one is chosen`() {
        var random = SeedRandom(3)
        let choice = SeedChoice([0, 1, 0, 3, 0])
        var counts = [0, 0, 0, 0, 0]
        for _ in 0..<8_000 { counts[choice.pick(&random)] += 1 }
        #expect(counts[0] == 0 && counts[2] == 0 && counts[4] == 0)
        #expect(1_800...2_200 ~= counts[1])
    }
}
