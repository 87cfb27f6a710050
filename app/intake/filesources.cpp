// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/filesources.h"

namespace assay {

FolderSource::FolderSource(const QString& folder, std::unique_ptr<FileIntake> intake)
    : m_folder(folder)
    , m_intake(std::move(intake))
    , m_walk(folder)
    , m_listing(std::in_place, folder, QDir::Files, QDirIterator::Subdirectories)
{
}

/// Some of the files at a time, so that whoever steps the import can stop it while a long folder is listed.
void FolderSource::countSome()
{
    constexpr int kAtOnce = 200;
    for (int i = 0; i < kAtOnce; ++i) {
        if (!m_listing->hasNext()) {
            m_listing.reset();
            return;
        }
        m_listing->next();
        ++m_total;
    }
}

bool FolderSource::read(ImportBatch& batch)
{
    if (m_listing) {
        countSome();
        return true;
    }
    const auto path = m_walk.next();
    if (!path)
        return false;
    if (!*path) {
        refuse(batch, {path->error().subject, {}, path->error()});
        return true;
    }
    ++m_done;
    if (m_intake->take(**path, FileOrigin::Found, batch) == FileDecision::IsLog)
        m_logs.append(**path);
    return true;
}

FileListSource::FileListSource(FileList files, std::unique_ptr<FileIntake> intake)
    : m_files(std::move(files))
    , m_intake(std::move(intake))
{
}

bool FileListSource::read(ImportBatch& batch)
{
    if (m_done < m_files.paths.size()) {
        const QString& path = m_files.paths[m_done++];
        if (m_intake->take(path, m_files.origin, batch) == FileDecision::IsLog)
            m_logs.append(path);
        return true;
    }
    if (m_vanished == m_files.vanished.size())
        return false;
    batch.vanished.append(m_files.vanished[m_vanished++]);
    return true;
}

} // namespace assay
