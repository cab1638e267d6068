//! Numbers as tensors hold them.

use safetensors::Dtype;

/// A kind of number that a table may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Real {
    F64,
    F32,
    F16,
    Bf16,
    I8,
}

impl Real {
    /// The kinds by their names in a file.
    pub fn of(dtype: Dtype) -> Option<Real> {
        Some(match dtype {
            Dtype::F64 => Real::F64,
            Dtype::F32 => Real::F32,
            Dtype::F16 => Real::F16,
            Dtype::BF16 => Real::Bf16,
            Dtype::I8 => Real::I8,
            _ => return None,
        })
    }

    /// How many bytes one takes.
    pub fn width(self) -> usize {
        match self {
            Real::F64 => 8,
            Real::F32 => 4,
            Real::F16 | Real::Bf16 => 2,
            Real::I8 => 1,
        }
    }

    /// Reads numbers that stand one behind the other.
    pub fn read(self, bytes: &[u8]) -> impl Iterator<Item = f32> {
        bytes.chunks_exact(self.width()).map(move |bytes| match (self, bytes) {
            (Real::F64, &[a, b, c, d, e, f, g, h]) => f64::from_le_bytes([a, b, c, d, e, f, g, h]) as f32,
            (Real::F32, &[a, b, c, d]) => f32::from_le_bytes([a, b, c, d]),
            (Real::F16, &[a, b]) => half(u16::from_le_bytes([a, b])),
            (Real::Bf16, &[a, b]) => f32::from_bits(u32::from(u16::from_le_bytes([a, b])) << 16),
            (Real::I8, &[a]) => f32::from(a as i8),
            // Chunks are as long as their kind is wide.
            _ => f32::NAN,
        })
    }
}

/// Whole numbers that name rows.
pub fn places(dtype: Dtype, bytes: &[u8]) -> Option<Vec<i64>> {
    let wide = |bytes: &[u8]| bytes.try_into().map(i64::from_le_bytes);
    let narrow = |bytes: &[u8]| bytes.try_into().map(|bytes| i64::from(i32::from_le_bytes(bytes)));
    match dtype {
        Dtype::I64 => bytes.chunks_exact(8).map(wide).collect::<Result<_, _>>().ok(),
        Dtype::I32 => bytes.chunks_exact(4).map(narrow).collect::<Result<_, _>>().ok(),
        _ => None,
    }
}

/// A number of half the usual width: one bit of sign, five of exponent, ten of fraction.
fn half(bits: u16) -> f32 {
    let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 31), f32::from(bits & 1023));
    sign * match exponent {
        0 => fraction * 2.0_f32.powi(-24),
        31 if fraction == 0.0 => f32::INFINITY,
        31 => f32::NAN,
        // Powers of two are exact.
        _ => (1024.0 + fraction) * 2.0_f32.powi(exponent - 25),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_read_exactly() {
        let known = [
            (0x0000, 0.0),
            (0x3c00, 1.0),
            (0xc000, -2.0),
            (0x7bff, 65504.0),
            (0x0400, 6.103_515_6e-5),
            (0x0001, 5.960_464_5e-8),
            (0x3555, 0.333_251_95),
        ];
        for (bits, value) in known {
            assert_eq!(half(bits), value, "{bits:04x}");
        }
        assert!(half(0x7c00).is_infinite() && half(0x7e00).is_nan());
    }

    #[test]
    fn every_kind_is_read() {
        let read = |kind: Real, bytes: &[u8]| kind.read(bytes).collect::<Vec<_>>();
        assert_eq!(read(Real::F32, &1.5_f32.to_le_bytes()), [1.5]);
        assert_eq!(read(Real::F64, &(-2.25_f64).to_le_bytes()), [-2.25]);
        assert_eq!(read(Real::Bf16, &[0x80, 0x3f]), [1.0]);
        assert_eq!(read(Real::I8, &[0xff, 0x7f]), [-1.0, 127.0]);
        assert_eq!(places(Dtype::I32, &(-3_i32).to_le_bytes()), Some(vec![-3]));
        assert_eq!(places(Dtype::F32, &[0; 4]), None);
    }
}
