import FuzzProperties

/// Called by libFuzzer with every input that it makes.
@c(LLVMFuzzerTestOneInput)
func fuzzLayerQuery(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    if let fault = FuzzProperty.layerQuery.fault(bytes) { fatalError(fault) }
    return 0
}
