//! The allocator of an application that wants it small.
//!
//! The standard library's is made for programs that allocate much. A smaller one weighs less over the wire, and the
//! browser's engine is done sooner with optimizing it, which it does while the agent opens the first few chats.

use rlsf::SmallGlobalTlsf;

#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();
