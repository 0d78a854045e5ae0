import FuzzProperties

/// Called by libFuzzer with every input that it makes.
@c(LLVMFuzzerTestOneInput)
func fuzzQueueQuery(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    if let fault = FuzzProperty.queueQuery.fault(bytes) { fatalError(fault) }
    return 0
}
