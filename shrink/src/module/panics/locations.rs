use std::collections::BTreeSet;
use std::ops::Range;

use wasmparser::{DataKind, Operator, Parser, Payload};

use crate::Error;

/// The size of `core::panic::Location`: the file's address and length, line and column.
const LOCATION: u32 = 16;

/// A data segment.
struct Segment {
    /// Its address.
    address: u32,
    /// Its position in the module.
    bytes: Range<usize>,
}

/// Overwrites panic locations that nothing refers to with zeros, and the file names that only they refer to.
///
/// Zeros compress to almost nothing. Removing them would move all other data.
///
/// # Errors
/// If the module cannot be read.
pub fn blank_locations(module: &[u8]) -> Result<Vec<u8>, Error> {
    let (segments, mut references) = read(module)?;
    let memory = Memory { module, segments };
    let locations: Vec<(u32, Range<u32>)> =
        memory.words().filter_map(|(at, _)| Some((at, memory.file_of(at)?))).collect();
    let addresses: BTreeSet<u32> = locations.iter().map(|(at, _)| *at).collect();
    references.extend(memory.words().filter(|(at, _)| !addresses.contains(at)).map(|(_, word)| word));
    let is_referred_to = |range: &Range<u32>| references.range(range.clone()).next().is_some();
    let (used, unused): (Vec<_>, Vec<_>) =
        locations.into_iter().partition(|(at, _)| is_referred_to(&(*at..at.saturating_add(LOCATION))));
    let files_in_use: BTreeSet<u32> = used.iter().map(|(_, file)| file.start).collect();

    let mut blanked = module.to_vec();
    for (at, file) in unused {
        let location = at..at.saturating_add(LOCATION);
        let is_file_unused = !files_in_use.contains(&file.start) && !is_referred_to(&file);
        for range in [Some(location), is_file_unused.then_some(file)].into_iter().flatten() {
            if let Some(bytes) = memory.place(&range).and_then(|place| blanked.get_mut(place)) {
                bytes.fill(0);
            }
        }
    }
    Ok(blanked)
}

/// The data segments, and every number in code and globals that can be an address.
fn read(module: &[u8]) -> Result<(Vec<Segment>, BTreeSet<u32>), Error> {
    let (mut segments, mut numbers) = (Vec::new(), BTreeSet::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::DataSection(section) => {
                for data in section {
                    let data = data?;
                    let DataKind::Active { offset_expr, .. } = &data.kind else { continue };
                    let first = offset_expr.get_operators_reader().read()?;
                    let end = usize::try_from(data.range.end).unwrap_or(usize::MAX);
                    if let Operator::I32Const { value } = first {
                        segments.push(Segment { address: value.cast_unsigned(), bytes: end - data.data.len()..end });
                    }
                }
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    if let Operator::I32Const { value } = global?.init_expr.get_operators_reader().read()? {
                        numbers.insert(value.cast_unsigned());
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                for operator in body.get_operators_reader()? {
                    numbers.extend(address_in(&operator?));
                }
            }
            _ => {}
        }
    }
    Ok((segments, numbers))
}

/// The number in this operator that can be an address.
fn address_in(operator: &Operator<'_>) -> Option<u32> {
    use Operator as O;
    match operator {
        O::I32Const { value } => Some(value.cast_unsigned()),
        O::I64Const { value } => u32::try_from(*value).ok(),
        O::I32Load { memarg }
        | O::I64Load { memarg }
        | O::F32Load { memarg }
        | O::F64Load { memarg }
        | O::I32Load8S { memarg }
        | O::I32Load8U { memarg }
        | O::I32Load16S { memarg }
        | O::I32Load16U { memarg }
        | O::I64Load8S { memarg }
        | O::I64Load8U { memarg }
        | O::I64Load16S { memarg }
        | O::I64Load16U { memarg }
        | O::I64Load32S { memarg }
        | O::I64Load32U { memarg } => u32::try_from(memarg.offset).ok(),
        _ => None,
    }
}

struct Memory<'a> {
    module: &'a [u8],
    segments: Vec<Segment>,
}

impl Memory<'_> {
    /// The position in the module of these addresses.
    fn place(&self, range: &Range<u32>) -> Option<Range<usize>> {
        self.segments.iter().find_map(|segment| {
            let offset = usize::try_from(range.start.checked_sub(segment.address)?).ok()?;
            let length = usize::try_from(range.end.checked_sub(range.start)?).ok()?;
            let place = segment.bytes.start + offset..segment.bytes.start + offset + length;
            (place.end <= segment.bytes.end).then_some(place)
        })
    }

    fn bytes(&self, range: &Range<u32>) -> Option<&[u8]> {
        self.module.get(self.place(range)?)
    }

    /// The word at this address.
    fn word(&self, at: u32) -> Option<u32> {
        self.bytes(&(at..at.checked_add(4)?))?.try_into().ok().map(u32::from_le_bytes)
    }

    /// Every aligned word, with its address.
    fn words(&self) -> impl Iterator<Item = (u32, u32)> {
        let addresses = self.segments.iter().flat_map(|segment| {
            let end = segment.address.saturating_add(u32::try_from(segment.bytes.len()).unwrap_or(u32::MAX));
            (segment.address.next_multiple_of(4)..end).step_by(4)
        });
        addresses.filter_map(|at| Some((at, self.word(at)?)))
    }

    /// The addresses of the file name, if there is a location at this address.
    fn file_of(&self, at: u32) -> Option<Range<u32>> {
        let field = |index: u32| self.word(at.checked_add(4 * index)?);
        let (file, length, line, column) = (field(0)?, field(1)?, field(2)?, field(3)?);
        let is_plausible =
            (4..1_000).contains(&length) && (1..1_000_000).contains(&line) && (1..10_000).contains(&column);
        let range = file..file.checked_add(length)?;
        let name = std::str::from_utf8(self.bytes(&range)?).ok()?;
        (is_plausible && name.ends_with(".rs")).then_some(range)
    }
}
