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

/// Decodes what is encoded; a `%` without two digits stays, and text that is not UTF-8 then is empty. A `+` stays a `+`:
/// tokens are opaque, and may have one.
pub(super) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let code = match after {
            [high, low, after @ ..] if *first == b'%' => digit(*high).zip(digit(*low)).map(|code| (code, after)),
            _ => None,
        };
        match code {
            Some(((high, low), after)) => {
                bytes.push(high << 4 | low);
                rest = after;
            }
            None => bytes.push(*first),
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_texts() {
        assert_eq!(encode("chats--all:ro,a b/ü~"), "chats--all%3Aro%2Ca%20b%2F%C3%BC~");
        for (text, decoded) in
            [("dal%3Aabc", "dal:abc"), ("dal%3aabc", "dal:abc"), ("a+b", "a+b"), ("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("%ff", "")]
        {
            assert_eq!(decode(text), decoded, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded_again(text: String) {
            let encoded = encode(&text);
            prop_assert!(encoded.is_ascii());
            prop_assert_eq!(decode(&encoded), text);
        }

        #[test]
        fn any_text_is_decoded_without_a_panic(text: String) {
            decode(&text);
        }
    }
}
