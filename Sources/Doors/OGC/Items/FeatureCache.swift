import Ledger
import Reports
import Synchronization

/// Features as they were written before, bounded by their bytes.
///
/// A report of the same version is told alike: whoever finds its version in an index need neither read nor write it again.
/// What is for everybody is kept, in each language and under each address of ours; nothing else is.
final class FeatureCache: Sendable {
    /// What makes two features of one report the same bytes, its version apart.
    struct Variant: Hashable, Sendable {
        /// The version of the city's data.
        let city: Int
        let language: String
        /// What addresses begin with.
        let base: String
    }

    private struct Name: Hashable {
        let place: FeaturePlace
        /// Which of the variants that are known.
        let variant: Int
    }

    /// Two generations: what is asked for moves to the younger one, and when that is full the older one is forgotten.
    private struct State {
        var young: [Name: [UInt8]] = [:]
        var old: [Name: [UInt8]] = [:]
        var bytes = 0
        var variants: [Variant: Int] = [:]

        /// The number of a variant; all is forgotten when there are too many, as strangers can name hosts.
        mutating func number(of variant: Variant) -> Int {
            if let known = variants[variant] { return known }
            if variants.count == FeatureCache.mostVariants { self = State() }
            variants[variant] = variants.count
            return variants.count - 1
        }

        mutating func keep(_ feature: [UInt8], as name: Name, limit: Int) {
            guard young.updateValue(feature, forKey: name) == nil else { return }
            bytes += feature.count + FeatureCache.overhead
            guard bytes > limit / 2 else { return }
            (old, young, bytes) = (young, [:], 0)
            // What grows has to be hashed anew each time, and everybody would wait.
            young.reserveCapacity(old.count)
        }
    }

    private static let mostVariants = 16
    /// What an entry takes besides its bytes, about.
    private static let overhead = 120

    private let limit: Int
    private let state = Mutex(State())

    /// A cache of at most so many bytes; none of them for no cache at all.
    init(bytes limit: Int) {
        self.limit = limit
    }

    /// The features of some places, each nil unless it is known.
    func find(_ places: [FeaturePlace], _ variant: Variant) -> [[UInt8]?] {
        state.withLock { state in
            let number = state.number(of: variant)
            return places.map { place in
                let name = Name(place: place, variant: number)
                if let feature = state.young[name] { return feature }
                guard let feature = state.old[name] else { return nil }
                state.keep(feature, as: name, limit: limit)
                return feature
            }
        }
    }

    /// Keeps features that were written.
    func keep(_ features: [(place: FeaturePlace, bytes: [UInt8])], _ variant: Variant) {
        guard limit > 0 else { return }
        state.withLock { state in
            let number = state.number(of: variant)
            for (place, bytes) in features {
                state.keep(bytes, as: Name(place: place, variant: number), limit: limit)
            }
        }
    }
}
