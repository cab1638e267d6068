//! The direction in which a text points.

/// A vector of length 1, or none at all: a text of which the model knows no word points nowhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Vector(Option<Box<[f32]>>);

/// So many sums are made side by side.
const LANES: usize = 8;

impl Vector {
    /// The direction of a sum of vectors.
    pub fn along(sum: &[f64]) -> Vector {
        let greatest = sum.iter().fold(0.0_f64, |greatest, number| greatest.max(number.abs()));
        if greatest == 0.0 || !greatest.is_finite() {
            return Vector(None);
        }
        // By the greatest first, or squares of the very large and the very small are lost.
        let length = sum.iter().map(|number| (number / greatest).powi(2)).sum::<f64>().sqrt();
        Vector(Some(sum.iter().map(|number| (number / greatest / length) as f32).collect()))
    }

    /// How alike two directions are, -1 to 1; nothing where one is missing. Sums are made in the same order on every
    /// machine, so that it comes out the same to the last bit.
    pub fn cosine(&self, other: &Vector) -> Option<f64> {
        let (Some(one), Some(other)) = (&self.0, &other.0) else { return None };
        if one.len() != other.len() {
            return None;
        }
        let mut sums = [0.0_f32; LANES];
        let (ones, one_rest) = one.as_chunks::<LANES>();
        let (others, other_rest) = other.as_chunks::<LANES>();
        for (a, b) in ones.iter().zip(others) {
            for at in 0..LANES {
                sums[at] += a[at] * b[at];
            }
        }
        for (sum, (a, b)) in sums.iter_mut().zip(one_rest.iter().zip(other_rest)) {
            *sum += a * b;
        }
        let sum: f64 = sums.iter().map(|sum| f64::from(*sum)).sum();
        Some(sum.clamp(-1.0, 1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_that_of_directions() {
        let along = |sum: &[f64]| Vector::along(sum);
        let near = |a: Option<f64>, b: f64| a.is_some_and(|a| (a - b).abs() < 1e-6);
        assert!(near(along(&[3.0, 4.0]).cosine(&along(&[6.0, 8.0])), 1.0));
        assert!(near(along(&[1.0, 0.0]).cosine(&along(&[0.0, 9.0])), 0.0));
        assert!(near(along(&[1.0; 19]).cosine(&along(&[-1.0; 19])), -1.0));
        assert!(near(along(&[1e300, 1e300]).cosine(&along(&[1e-300, 0.0])), 0.5_f64.sqrt()));
        assert_eq!(along(&[0.0, 0.0]).cosine(&along(&[1.0, 0.0])), None);
        assert_eq!(along(&[f64::INFINITY, 0.0]).cosine(&along(&[1.0, 0.0])), None);
        assert_eq!(along(&[1.0]).cosine(&along(&[1.0, 0.0])), None);
    }

    proptest::proptest! {
        #[test]
        fn likeness_is_symmetric(a in proptest::collection::vec(-9.0..9.0_f64, 11), b in proptest::collection::vec(-9.0..9.0_f64, 11)) {
            let (a, b) = (Vector::along(&a), Vector::along(&b));
            proptest::prop_assert_eq!(a.cosine(&b), b.cosine(&a));
        }
    }
}
