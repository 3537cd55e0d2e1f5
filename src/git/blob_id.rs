//! The id that git gives to the bytes of a file: SHA-1, as RFC 3174 has it, of a head and the bytes.
//!
//! Repositories with the longer ids of SHA-256 have none of these, so that every file is asked for there.

/// The id, in hexadecimal digits.
pub fn of(bytes: &[u8]) -> String {
    let head = format!("blob {}\0", bytes.len());
    hexadecimal(sha_1(&[head.as_bytes(), bytes].concat()))
}

fn hexadecimal([first, second, third, fourth, fifth]: [u32; 5]) -> String {
    format!("{first:08x}{second:08x}{third:08x}{fourth:08x}{fifth:08x}")
}

fn sha_1(message: &[u8]) -> [u32; 5] {
    let mut state = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
    let (blocks, rest) = message.as_chunks::<64>();
    for block in blocks {
        add(&mut state, block);
    }
    // What is left, a one, zeros, and the length in bits: one block more, or two.
    let mut end = rest.to_vec();
    end.push(0x80);
    end.resize(if rest.len() < 56 { 56 } else { 120 }, 0);
    end.extend((message.len() as u64 * 8).to_be_bytes());
    for block in end.as_chunks::<64>().0 {
        add(&mut state, block);
    }
    state
}

#[expect(clippy::many_single_char_names, reason = "the names of the standard")]
fn add(state: &mut [u32; 5], block: &[u8; 64]) {
    let mut words = [0_u32; 80];
    for (word, bytes) in words.iter_mut().zip(block.as_chunks::<4>().0) {
        *word = u32::from_be_bytes(*bytes);
    }
    for at in 16..80 {
        words[at] = (words[at - 3] ^ words[at - 8] ^ words[at - 14] ^ words[at - 16]).rotate_left(1);
    }
    let [mut a, mut b, mut c, mut d, mut e] = *state;
    for (at, word) in words.into_iter().enumerate() {
        let (mixed, constant) = match at {
            0..20 => ((b & c) | (!b & d), 0x5a82_7999),
            20..40 => (b ^ c ^ d, 0x6ed9_eba1),
            40..60 => ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc),
            _ => (b ^ c ^ d, 0xca62_c1d6_u32),
        };
        let next = a.rotate_left(5).wrapping_add(mixed).wrapping_add(e).wrapping_add(constant).wrapping_add(word);
        (a, b, c, d, e) = (next, a, b.rotate_left(30), c, d);
    }
    for (word, added) in state.iter_mut().zip([a, b, c, d, e]) {
        *word = word.wrapping_add(added);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(message: &[u8]) -> String {
        hexadecimal(sha_1(message))
    }

    #[test]
    fn hashes_are_those_of_the_standard() {
        assert_eq!(hash(b"abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
        let long = b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
        assert_eq!(hash(long), "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
        assert_eq!(hash("a".repeat(1_000_000).as_bytes()), "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
    }

    #[test]
    fn ids_are_those_of_git() {
        assert_eq!(of(b""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assert_eq!(of(b"test content\n"), "d670460b4b4aece5915caf5c68d12f560a9fe3e4");
    }
}
