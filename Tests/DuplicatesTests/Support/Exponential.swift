import Glibc

/// `e` to the power of a number.
func exponential(_ power: Double) -> Double { exp(power) }
