//! Percent-encoding, without a crate for addresses: it would weigh more than all of the sign-in.

/// Encodes everything but what never needs it: letters, digits and `-._~`.
pub(super) fn encode(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.push(char::from(HEX[usize::from(digit)]));
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_texts() {
        assert_eq!(encode("chats--all:ro,a b/ü~"), "chats--all%3Aro%2Ca%20b%2F%C3%BC~");
        assert_eq!(encode(""), "");
    }
}
