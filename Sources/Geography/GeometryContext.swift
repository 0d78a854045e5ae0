import CGEOS

/// A handle of the geometry library, for one thread at a time.
///
/// Every `Shape` keeps its context, so the context always ends last. Neither is `Sendable`: whoever computes on
/// several threads gives each its own, or guards one together with its shapes.
@safe
package final class GeometryContext {
    let handle: GEOSContextHandle_t
    private let sink = MessageSink()

    /// Takes a new handle; throws only when memory is out.
    package init() throws(GeometryError) {
        guard let handle = unsafe GEOS_init_r() else {
            throw GeometryError(operation: "start", message: "")
        }
        unsafe self.handle = handle
        _ = unsafe GEOSContext_setErrorMessageHandler_r(
            handle,
            keepMessage,
            Unmanaged.passUnretained(sink).toOpaque()
        )
    }

    deinit {
        unsafe GEOS_finish_r(handle)
    }

    /// The error of the call that has just failed.
    func failure(_ operation: StaticString) -> GeometryError {
        GeometryError(operation: "\(operation)", message: sink.take())
    }

    /// What a C predicate answered: 0 no, 1 yes, 2 an exception.
    func truth(_ answer: CChar, _ operation: StaticString) throws(GeometryError) -> Bool {
        switch answer {
        case 0: false
        case 1: true
        default: throw failure(operation)
        }
    }

    /// What a C function left in a number, its result being 0 for an exception.
    func number(
        _ operation: StaticString,
        _ compute: (inout Double) -> CInt
    ) throws(GeometryError) -> Double {
        var value = 0.0
        guard compute(&value) != 0 else { throw failure(operation) }
        return value
    }

    /// A pointer that C gave, null being an exception.
    func pointer(_ result: OpaquePointer?, _ operation: StaticString) throws(GeometryError) -> OpaquePointer {
        guard let result = unsafe result else { throw failure(operation) }
        return unsafe result
    }
}
