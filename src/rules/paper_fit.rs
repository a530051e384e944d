//! How small a sheet must be set so that one page of A4 or Letter holds it.

/// A size of letters on paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PaperFit {
    /// Letters of 11 points.
    Roomy,
    /// Letters of 9 points.
    Close,
    /// Letters of 7.5 points in two columns.
    Tight,
    /// Set so, it takes more than one page.
    Over,
}

/// For lines of so many characters each, a question counting as a line of its own.
///
/// ```
/// use rules::{PaperFit, paper_fit};
/// assert_eq!(paper_fit(&[40; 20]), PaperFit::Roomy);
/// assert_eq!(paper_fit(&[40; 45]), PaperFit::Close);
/// assert_eq!(paper_fit(&[110; 45]), PaperFit::Tight);
/// assert_eq!(paper_fit(&[300; 45]), PaperFit::Over);
/// ```
#[must_use]
pub fn paper_fit(lines: &[usize]) -> PaperFit {
    // Measured on Letter, which is lower, in the widest font of the list: letters in a row, and rows on the page.
    if rows(lines, 85) <= 34 {
        PaperFit::Roomy
    } else if rows(lines, 105) <= 48 {
        PaperFit::Close
    } else if rows(lines, 58) <= 120 {
        PaperFit::Tight
    } else {
        PaperFit::Over
    }
}

fn rows(lines: &[usize], letters_in_a_row: usize) -> usize {
    lines.iter().map(|letters| letters.div_ceil(letters_in_a_row).max(1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_there_is_the_smaller_it_is_set() {
        let size = |fit| match fit {
            PaperFit::Roomy => 0,
            PaperFit::Close => 1,
            PaperFit::Tight => 2,
            PaperFit::Over => 3,
        };
        let sizes: Vec<u8> = (0..140).map(|lines| size(paper_fit(&vec![50; lines]))).collect();
        assert!(
            sizes.is_sorted() && sizes[0] == 0 && sizes[40] == 1 && sizes[50] == 2 && sizes[139] == 3,
            "{sizes:?}"
        );
    }

    #[test]
    fn an_empty_line_takes_a_row_too() {
        assert_eq!(rows(&[0, 85, 86], 85), 4);
    }
}
