use std::cmp::Ordering;
use std::collections::HashMap;

/// The length in bytes of the sequences that are compared. 4 to 6 compress equally well; 8 is worse.
const LENGTH: usize = 5;

/// Returns an order of the functions in which each is followed by the most similar one of the rest.
///
/// Repetitions compress better when they are close to each other. The compiler does not place the instances of a
/// generic function together.
#[must_use]
pub fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let sequences: Vec<Vec<&[u8]>> = bodies.iter().map(|body| sequences(body)).collect();
    let owners = owners(&sequences);
    let mut left = vec![true; bodies.len()];
    let mut order: Vec<usize> = Vec::with_capacity(bodies.len());
    let mut first = 0;
    while order.len() < bodies.len() {
        let like = order.last().and_then(|last| most_alike(*last, &sequences, &owners, &left));
        let next = like.unwrap_or_else(|| {
            first += left.iter().skip(first).take_while(|is_left| !**is_left).count();
            first
        });
        if let Some(is_left) = left.get_mut(next) {
            *is_left = false;
        }
        order.push(next);
    }
    order
}

/// The distinct sequences in the body.
fn sequences(body: &[u8]) -> Vec<&[u8]> {
    let mut sequences: Vec<&[u8]> = body.windows(LENGTH).collect();
    sequences.sort_unstable();
    sequences.dedup();
    sequences
}

/// The functions that contain each sequence. Sequences in half of the functions or more are ignored.
fn owners<'a>(sequences: &[Vec<&'a [u8]>]) -> HashMap<&'a [u8], Vec<usize>> {
    let mut owners: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, sequences) in sequences.iter().enumerate() {
        for sequence in sequences {
            owners.entry(sequence).or_default().push(function);
        }
    }
    owners.retain(|_, functions| functions.len() > 1 && functions.len() * 2 < sequences.len().max(5));
    owners
}

/// Returns the most similar function of the rest: shared sequences, divided by the sequences that either has.
fn most_alike(
    function: usize,
    sequences: &[Vec<&[u8]>],
    owners: &HashMap<&[u8], Vec<usize>>,
    left: &[bool],
) -> Option<usize> {
    let mut shared: Vec<usize> = vec![0; sequences.len()];
    for other in sequences.get(function)?.iter().filter_map(|sequence| owners.get(sequence)).flatten() {
        if let Some(count) = shared.get_mut(*other) {
            *count += 1;
        }
    }
    let size = |function: usize| sequences.get(function).map_or(0, Vec::len);
    let together = |other: usize, shared: usize| size(function) + size(other) - shared;
    // Compared by cross products, which are exact, so that the order is the same on every machine.
    let compare = |(a, shared_a): &(usize, usize), (b, shared_b): &(usize, usize)| -> Ordering {
        (shared_a * together(*b, *shared_b)).cmp(&(shared_b * together(*a, *shared_a))).then(b.cmp(a))
    };
    let candidates =
        shared.into_iter().enumerate().filter(|(other, shared)| *shared > 0 && left.get(*other) == Some(&true));
    candidates.max_by(compare).map(|(other, _)| other)
}
