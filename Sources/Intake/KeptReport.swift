package import Ledger

/// What became of a submission whose sender could not be asked.
package struct KeptReport: Sendable {
    package let receipt: Receipt
    /// Whom the sender should call or ask instead, if the rules say so.
    package let advice: NoCase?
}
