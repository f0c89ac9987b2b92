//! The allocator for applications that want a small one.
//!
//! The standard library's allocator is made for programs that allocate a lot. A smaller one downloads faster, and the
//! browser's engine finishes optimizing it earlier, which matters while the agent opens the first few chats.

use rlsf::SmallGlobalTlsf;

#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();
