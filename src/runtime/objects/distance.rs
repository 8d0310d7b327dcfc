//! How near two names are (Python/suggestions.c).

const MOVE: usize = 2;
const CASE: usize = 1;
const MAX_NAME: usize = 40;
const MAX_CANDIDATES: usize = 750;

fn substitution(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE
    } else {
        MOVE
    }
}

/// The weighted edit distance, or more than `max` as soon as it must be more.
fn distance(a: &[u8], b: &[u8], max: usize) -> usize {
    if a == b {
        return 0;
    }
    let prefix = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[prefix..], &b[prefix..]);
    let suffix = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (mut a, mut b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    if a.is_empty() || b.is_empty() {
        return MOVE * (a.len() + b.len());
    }
    if a.len() > MAX_NAME || b.len() > MAX_NAME {
        return max + 1;
    }
    if b.len() < a.len() {
        std::mem::swap(&mut a, &mut b);
    }
    if (b.len() - a.len()) * MOVE > max {
        return max + 1;
    }
    let mut row: Vec<usize> = (1..=a.len()).map(|n| n * MOVE).collect();
    let mut result = 0;
    for (at, &y) in b.iter().enumerate() {
        let mut diagonal = at * MOVE;
        result = diagonal;
        let mut minimum = usize::MAX;
        for (&x, cell) in a.iter().zip(&mut row) {
            let substitute = diagonal + substitution(y, x);
            diagonal = *cell;
            result = (result.min(diagonal) + MOVE).min(substitute);
            *cell = result;
            minimum = minimum.min(result);
        }
        if minimum > max {
            return max + 1;
        }
    }
    result
}

/// The candidate nearest to `wrong`, if one is near enough.
pub fn nearest(candidates: &[String], wrong: &str) -> Option<String> {
    if candidates.len() > MAX_CANDIDATES || wrong.len() > MAX_NAME {
        return None;
    }
    let mut best: Option<(&String, usize)> = None;
    for candidate in candidates.iter().filter(|c| *c != wrong) {
        let mut max = (candidate.len() + wrong.len() + 3) * MOVE / 6;
        let bound = best.map_or(usize::MAX, |(_, d)| d);
        if bound == 0 {
            break;
        }
        max = max.min(bound - 1);
        let found = distance(wrong.as_bytes(), candidate.as_bytes(), max);
        if found <= max {
            best = Some((candidate, found));
        }
    }
    best.map(|(candidate, _)| candidate.clone())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn suggests_the_nearest_name_only_when_it_is_near() {
        let names: Vec<String> = ["print", "range", "asyncio"].map(String::from).to_vec();
        assert_eq!(nearest(&names, "pritn").as_deref(), Some("print"));
        assert_eq!(nearest(&names, "asynco").as_deref(), Some("asyncio"));
        assert_eq!(nearest(&names, "queue"), None);
        assert_eq!(nearest(&["id".to_string()], "i").as_deref(), Some("id"));
    }
}
