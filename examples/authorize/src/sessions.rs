//! Sessions in a file that only its owner can read: who signed in, and when. It never contains the API key.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use redb::{Database, ReadableDatabase, ReadableTable, ReadableTableMetadata, Table, TableDefinition};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Maps a session id to the login and the second of its creation.
const SESSIONS: TableDefinition<&str, (&str, u64)> = TableDefinition::new("sessions");

/// The same sessions ordered by expiry, so that finding expired ones needs no search.
const BY_AGE: TableDefinition<(u64, &str), ()> = TableDefinition::new("sessions_by_age");

/// The maximum number of expired sessions to remove with each new one. More than one, so that their number shrinks.
pub const REMOVED_AT_ONCE: usize = 8;

/// Why the store can't be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder of the store is missing and can't be created.
    #[error("cannot create the folder {path}: choose another with --store")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// The operating system's error.
        source: std::io::Error,
    },
    /// Another process has the file open: only one can use the store.
    #[error("{path} is in use by another process: stop it, or choose another file with --store")]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// The file exists but is not a store, or can't be read.
    #[error("cannot open {path}: choose another file with --store")]
    Open {
        /// The file.
        path: PathBuf,
        /// The store's error.
        source: Box<redb::DatabaseError>,
    },
    /// Other users can read the file, and its permissions can't be changed.
    #[error("cannot make {path} readable by its owner only: choose another with --store")]
    Private {
        /// The file.
        path: PathBuf,
        /// The operating system's error.
        source: std::io::Error,
    },
    /// Reading or writing failed.
    #[error("cannot read or write the sessions: check that there is space left on the disk")]
    Access(#[source] Box<redb::Error>),
}

impl StoreError {
    fn access(error: impl Into<redb::Error>) -> Self {
        Self::Access(Box::new(error.into()))
    }
}

/// A signed-in agent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The agent's login, an e-mail address.
    pub login: String,
    /// When the session was opened, in seconds since 1970.
    pub created: u64,
}

/// All sessions. Clones share the store.
#[derive(Debug, Clone)]
pub struct Sessions {
    database: Arc<Database>,
    max_age: Duration,
}

impl Sessions {
    /// Opens the store, or creates an empty one and its parent folders. On Unix, only its owner can read the file; on
    /// Windows it has the permissions of its folder.
    ///
    /// # Errors
    /// If the file can't be created or made private, is not a store, or is open in another process.
    pub fn open(path: &Path, max_age: Duration) -> Result<Self, StoreError> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|source| StoreError::Folder { path: folder.to_path_buf(), source })?;
        }
        let cannot_open = |error| match error {
            redb::DatabaseError::DatabaseAlreadyOpen => StoreError::InUse { path: path.to_path_buf() },
            source => StoreError::Open { path: path.to_path_buf(), source: Box::new(source) },
        };
        private::create(path).map_err(|error| cannot_open(error.into()))?;
        let database = Database::create(path).map_err(cannot_open)?;
        // Only now: a file that is not a store keeps its permissions.
        private::restrict(path).map_err(|source| StoreError::Private { path: path.to_path_buf(), source })?;
        let transaction = database.begin_write().map_err(StoreError::access)?;
        {
            // A table exists only after the first write; reading it before would fail.
            let sessions = transaction.open_table(SESSIONS).map_err(StoreError::access)?;
            let mut by_age = transaction.open_table(BY_AGE).map_err(StoreError::access)?;
            // A store from before this table existed.
            if by_age.len().map_err(StoreError::access)? != sessions.len().map_err(StoreError::access)? {
                by_age.retain(|_, ()| false).map_err(StoreError::access)?;
                for session in sessions.iter().map_err(StoreError::access)? {
                    let (id, session) = session.map_err(StoreError::access)?;
                    by_age.insert((session.value().1, id.value()), ()).map_err(StoreError::access)?;
                }
            }
        }
        transaction.commit().map_err(StoreError::access)?;
        Ok(Self { database: Arc::new(database), max_age })
    }

    /// Opens a session and returns its id. Also removes a few of the oldest expired sessions, so that the store does
    /// not grow forever, without scanning all sessions.
    ///
    /// # Errors
    /// If the store can't be written.
    pub fn create(&self, login: &str, now: SystemTime) -> Result<String, StoreError> {
        let id = Uuid::new_v4().simple().to_string();
        let now = seconds(now);
        let transaction = self.database.begin_write().map_err(StoreError::access)?;
        {
            let mut sessions = transaction.open_table(SESSIONS).map_err(StoreError::access)?;
            let mut by_age = transaction.open_table(BY_AGE).map_err(StoreError::access)?;
            self.remove_ended(&mut sessions, &mut by_age, now)?;
            sessions.insert(id.as_str(), (login, now)).map_err(StoreError::access)?;
            by_age.insert((now, id.as_str()), ()).map_err(StoreError::access)?;
        }
        transaction.commit().map_err(StoreError::access)?;
        Ok(id)
    }

    /// Returns the session with that id, unless it does not exist or has expired. Removes an expired session.
    ///
    /// # Errors
    /// If the store can't be read or written.
    pub fn find(&self, id: &str, now: SystemTime) -> Result<Option<Session>, StoreError> {
        let Some(session) = self.read(id)? else {
            return Ok(None);
        };
        if !self.ended(session.created, seconds(now)) {
            return Ok(Some(session));
        }
        let transaction = self.database.begin_write().map_err(StoreError::access)?;
        transaction.open_table(SESSIONS).map_err(StoreError::access)?.remove(id).map_err(StoreError::access)?;
        let mut by_age = transaction.open_table(BY_AGE).map_err(StoreError::access)?;
        by_age.remove((session.created, id)).map_err(StoreError::access)?;
        drop(by_age);
        transaction.commit().map_err(StoreError::access)?;
        Ok(None)
    }

    /// Returns the number of stored sessions, including expired ones that were not removed yet.
    ///
    /// # Errors
    /// If the store can't be read.
    pub fn count(&self) -> Result<u64, StoreError> {
        let transaction = self.database.begin_read().map_err(StoreError::access)?;
        transaction.open_table(SESSIONS).map_err(StoreError::access)?.len().map_err(StoreError::access)
    }

    fn remove_ended(
        &self,
        sessions: &mut Table<'_, &str, (&str, u64)>,
        by_age: &mut Table<'_, (u64, &str), ()>,
        now: u64,
    ) -> Result<(), StoreError> {
        for _ in 0..REMOVED_AT_ONCE {
            let oldest = by_age.first().map_err(StoreError::access)?;
            let Some((created, id)) = oldest.map(|(key, _)| (key.value().0, key.value().1.to_owned())) else { break };
            if !self.ended(created, now) {
                break;
            }
            sessions.remove(id.as_str()).map_err(StoreError::access)?;
            by_age.remove((created, id.as_str())).map_err(StoreError::access)?;
        }
        Ok(())
    }

    fn read(&self, id: &str) -> Result<Option<Session>, StoreError> {
        let transaction = self.database.begin_read().map_err(StoreError::access)?;
        let table = transaction.open_table(SESSIONS).map_err(StoreError::access)?;
        let found = table.get(id).map_err(StoreError::access)?;
        Ok(found.map(|value| {
            let (login, created) = value.value();
            Session { login: login.to_owned(), created }
        }))
    }

    fn ended(&self, created: u64, now: u64) -> bool {
        now.saturating_sub(created) > self.max_age.as_secs()
    }
}

/// Seconds since 1970. A clock before that counts as 1970: then sessions only last longer.
fn seconds(time: SystemTime) -> u64 {
    time.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// Files that only their owner can read.
#[cfg(unix)]
mod private {
    use std::fs::{self, OpenOptions, Permissions};
    use std::io;
    use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
    use std::path::Path;

    const OWNER_ONLY: u32 = 0o600;

    /// Creates an empty file unless it exists. It is never readable by others, not even briefly.
    pub(super) fn create(path: &Path) -> io::Result<()> {
        OpenOptions::new().write(true).create(true).truncate(false).mode(OWNER_ONLY).open(path).map(drop)
    }

    /// Removes everybody else's access to an existing file.
    pub(super) fn restrict(path: &Path) -> io::Result<()> {
        if fs::metadata(path)?.permissions().mode() & 0o777 == OWNER_ONLY {
            return Ok(());
        }
        fs::set_permissions(path, Permissions::from_mode(OWNER_ONLY))
    }
}

/// Windows gives a file the permissions of its folder, and a profile's folders are private already.
#[cfg(not(unix))]
mod private {
    use std::io;
    use std::path::Path;

    pub(super) fn create(_path: &Path) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn restrict(_path: &Path) -> io::Result<()> {
        Ok(())
    }
}
