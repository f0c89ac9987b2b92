//! Sessions in a file: who signed in, and when. Never the API key.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use redb::{Database, ReadableDatabase, ReadableTable, TableDefinition};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Session id to login and the second it was opened.
const SESSIONS: TableDefinition<&str, (&str, u64)> = TableDefinition::new("sessions");

/// Why the store cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder of the store is missing and cannot be made.
    #[error("cannot make the folder {path}: choose another with --store")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// Another process has the file open: the store belongs to one at a time.
    #[error("{path} is in use by another process: stop it, or choose another file with --store")]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// The file is there and is not ours, or cannot be read.
    #[error("cannot open {path}: choose another file with --store")]
    Open {
        /// The file.
        path: PathBuf,
        /// What the store said.
        source: Box<redb::DatabaseError>,
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

/// One agent, signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The agent's login, an e-mail address.
    pub login: String,
    /// When the session was opened, in seconds since 1970.
    pub created: u64,
}

/// All sessions. A clone is another handle to the same store.
#[derive(Debug, Clone)]
pub struct Sessions {
    database: Arc<Database>,
    max_age: Duration,
}

impl Sessions {
    /// Opens the store, or makes an empty one with the folders above it.
    ///
    /// # Errors
    /// When the file cannot be made, is not a store, or another process has it open.
    pub fn open(path: &Path, max_age: Duration) -> Result<Self, StoreError> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|source| StoreError::Folder { path: folder.to_path_buf(), source })?;
        }
        let database = Database::create(path).map_err(|error| match error {
            redb::DatabaseError::DatabaseAlreadyOpen => StoreError::InUse { path: path.to_path_buf() },
            source => StoreError::Open { path: path.to_path_buf(), source: Box::new(source) },
        })?;
        // A table exists only after the first write; a read before it would fail.
        let transaction = database.begin_write().map_err(StoreError::access)?;
        transaction.open_table(SESSIONS).map_err(StoreError::access)?;
        transaction.commit().map_err(StoreError::access)?;
        Ok(Self { database: Arc::new(database), max_age })
    }

    /// Opens a session and returns its id. Sessions that have ended leave the store on the way, so
    /// that it does not grow for ever.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn create(&self, login: &str, now: SystemTime) -> Result<String, StoreError> {
        let id = Uuid::new_v4().simple().to_string();
        let now = seconds(now);
        let transaction = self.database.begin_write().map_err(StoreError::access)?;
        {
            let mut table = transaction.open_table(SESSIONS).map_err(StoreError::access)?;
            table.retain(|_, (_, created)| !self.ended(created, now)).map_err(StoreError::access)?;
            table.insert(id.as_str(), (login, now)).map_err(StoreError::access)?;
        }
        transaction.commit().map_err(StoreError::access)?;
        Ok(id)
    }

    /// The session of that id, unless there is none or it has ended. One that has ended is removed.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub fn find(&self, id: &str, now: SystemTime) -> Result<Option<Session>, StoreError> {
        let Some(session) = self.read(id)? else {
            return Ok(None);
        };
        if !self.ended(session.created, seconds(now)) {
            return Ok(Some(session));
        }
        let transaction = self.database.begin_write().map_err(StoreError::access)?;
        transaction.open_table(SESSIONS).map_err(StoreError::access)?.remove(id).map_err(StoreError::access)?;
        transaction.commit().map_err(StoreError::access)?;
        Ok(None)
    }

    /// How many sessions the store holds, ended ones that nobody asked for since included.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn count(&self) -> Result<usize, StoreError> {
        let transaction = self.database.begin_read().map_err(StoreError::access)?;
        let table = transaction.open_table(SESSIONS).map_err(StoreError::access)?;
        Ok(table.iter().map_err(StoreError::access)?.count())
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

/// Seconds since 1970. A clock set before that counts as 1970: a session then only lasts longer.
fn seconds(time: SystemTime) -> u64 {
    time.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
