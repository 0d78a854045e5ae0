import Duplicates
import Formats
import Glibc
import LabelledReports
import Reports

/// How well we find reports of one matter among labelled ones, beside the rules of FixMyStreet and Signalen.
///
/// `Judging CITY FILE...` prints figures as JSON; `--evidence` prints what was heard of each pair as a table, for tuning;
/// `--mistakes` prints the pairs that are wrongly said to be the same, and those that were missed.
@main
enum Main {
    static func main() throws {
        var arguments = CommandLine.arguments.dropFirst()
        let mode = arguments.first?.hasPrefix("--") == true ? arguments.removeFirst() : ""
        guard let city = arguments.popFirst(), !arguments.isEmpty else {
            throw Failure("give a city's folder and files of labelled reports")
        }
        let catalogue = try CategoryCatalogue(parsing: try File.read("\(city)/categories.json"))
        let rules = try LikenessRules(parsing: try File.read("\(city)/duplicates.json"), catalogue: catalogue)
        let comparer = Comparer(rules, catalogue: catalogue)
        let reports = try LabelledSet(arguments.map { ($0, try File.read($0)) }).reports
        switch mode {
        case "--evidence": printEvidence(comparer, reports)
        case "--mistakes":
            printMistakes(Judgement(reports, by: Judgement.ours(comparer, reports)), comparer, reports)
        default: printFigures(comparer, reports)
        }
    }

    private static func printFigures(_ comparer: Comparer, _ reports: [LabelledReport]) {
        let rules: [(String, Judgement.Rule)] = [
            ("emapa", Judgement.ours(comparer, reports)), ("fixmystreet", Judgement.fixMyStreet),
            ("signalen", Judgement.signalen),
        ]
        var json = JSONWriter()
        json.beginObject()
        json.key("reports")
        json.integer(reports.count)
        for (name, rule) in rules {
            let judgement = Judgement(reports, by: rule)
            json.key(name)
            json.beginObject()
            for (key, value) in [
                ("precision", judgement.precision), ("recall", judgement.recall),
                ("linked", judgement.linkedShare), ("recall_at_5", judgement.recallAtFive),
            ] {
                json.key(key)
                json.number((value * 1_000).rounded() / 1_000)
            }
            for (key, value) in [
                ("said", judgement.said), ("twins", judgement.twins), ("followers", judgement.followers),
            ] {
                json.key(key)
                json.integer(value)
            }
            json.endObject()
        }
        json.endObject()
        print(String(decoding: json.bytes, as: UTF8.self))
    }

    private static func printMistakes(
        _ judgement: Judgement,
        _ comparer: Comparer,
        _ reports: [LabelledReport]
    ) {
        func line(_ index: Int) -> String {
            "\(reports[index].matter) \(reports[index].category): \(reports[index].words.description)"
        }
        let compared = reports.map { $0.compared(by: comparer) }
        func show(_ early: Int, _ late: Int) {
            let likeness = comparer.likeness(of: compared[late], to: compared[early])
            let shares = likeness.shares.map { "\($0.key.rawValue) \(Double(Int($0.value * 100)) / 100)" }
                .sorted().joined(separator: ", ")
            let heard = Evidence.allCases.filter { likeness.evidence[$0] != 0 }.map {
                "\($0.rawValue)=\(Double(Int(likeness.evidence[$0] * 100)) / 100)"
            }.joined(separator: " ")
            print(
                "  \(Int(likeness.metres)) m, \(Double(Int(likeness.value * 1000)) / 1000) \(likeness.decision) (\(shares))\n  \(heard)\n    \(line(early))\n    \(line(late))"
            )
        }
        for (early, late) in judgement.mistakes {
            print("wrong:")
            show(early, late)
        }
        for late in reports.indices {
            for early in 0..<late where reports[early].matter == reports[late].matter {
                guard comparer.likeness(of: compared[late], to: compared[early]).decision != .same else {
                    continue
                }
                print("not said:")
                show(early, late)
            }
        }
        for late in judgement.missed {
            print("missed:")
            for early in reports[..<late].indices where reports[early].matter == reports[late].matter {
                show(early, late)
            }
        }
    }

    private static func printEvidence(_ comparer: Comparer, _ reports: [LabelledReport]) {
        let compared = reports.map { $0.compared(by: comparer) }
        print((["twin", "metres"] + Evidence.allCases.map(\.rawValue)).joined(separator: "\t"))
        for late in reports.indices {
            for early in 0..<late
            where comparer.relation(of: reports[late].category, to: reports[early].category) != nil {
                let likeness = comparer.likeness(of: compared[late], to: compared[early])
                guard likeness.metres <= comparer.reach(of: reports[late].category) else { continue }
                let isTwin = reports[late].matter == reports[early].matter
                print(
                    ([isTwin ? "1" : "0", "\(likeness.metres)"]
                        + Evidence.allCases.map { "\(likeness.evidence[$0])" } + ["\(early)", "\(late)"])
                        .joined(separator: "\t")
                )
            }
        }
    }
}
