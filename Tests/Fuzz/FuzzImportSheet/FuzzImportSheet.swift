import FuzzProperties

/// Called by libFuzzer with every input that it makes.
@c(LLVMFuzzerTestOneInput)
func fuzzImportSheet(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    if let fault = FuzzProperty.importSheet.fault(bytes) { fatalError(fault) }
    return 0
}
