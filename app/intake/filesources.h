// SPDX-License-Identifier: GPL-3.0-or-later
// Image files as a source: everything below a folder, or a list of files that a person named or the watcher
// found settled.
#pragma once

#include "app/intake/fileintake.h"
#include "app/intake/folderwalk.h"
#include "app/intake/importsource.h"

#include <QDirIterator>

#include <memory>
#include <optional>

namespace assay {

class FolderSource : public ImportSource
{
public:
    FolderSource(const QString& folder, std::unique_ptr<FileIntake> intake);

    QString name() const override { return m_folder; }
    bool read(ImportBatch& batch) override;
    qint64 done() const override { return m_done; }
    qint64 total() const override { return qMax(m_total, m_done); }
    QStringList takeLogs() override { return std::exchange(m_logs, {}); }

private:
    void countSome();

    QString m_folder;
    std::unique_ptr<FileIntake> m_intake;
    FolderWalk m_walk;
    QStringList m_logs;
    std::optional<QDirIterator> m_listing; ///< until all files are counted; links are not followed
    qint64 m_done = 0;
    qint64 m_total = 0;
};

struct FileList
{
    QString name; ///< for the import's record
    QStringList paths;
    FileOrigin origin = FileOrigin::Found;
    QList<VanishedFile> vanished; ///< stored after the files, so that a moved one is found first
};

class FileListSource : public ImportSource
{
public:
    FileListSource(FileList files, std::unique_ptr<FileIntake> intake);

    QString name() const override { return m_files.name; }
    bool read(ImportBatch& batch) override;
    qint64 done() const override { return m_done; }
    qint64 total() const override { return m_files.paths.size(); }
    QStringList takeLogs() override { return std::exchange(m_logs, {}); }

private:
    FileList m_files;
    std::unique_ptr<FileIntake> m_intake;
    QStringList m_logs;
    qsizetype m_done = 0;
    qsizetype m_vanished = 0;
};

} // namespace assay
