// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/sample.h"

#include "app/sample/generatortexts.h"
#include "app/sample/historylog.h"
#include "app/sample/plan.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImageWriter>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <atomic>

namespace assay {

namespace {

using namespace sample;

constexpr int kPngCompression = 50; ///< zlib level 4 or 5: half the time of the best, a tenth more bytes

Error fileError(const QFileDevice& file)
{
    const ErrorKind kind = file.error() == QFileDevice::ResourceError      ? ErrorKind::NoSpace
                           : file.error() == QFileDevice::PermissionsError ? ErrorKind::NoPermission
                                                                           : ErrorKind::Io;
    return {kind, file.fileName(), file.errorString()};
}

Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size() ||
        !file.flush())
        return fileError(file);
    return {};
}

Result<void> makeFolder(const QString& path)
{
    if (QDir().mkpath(path))
        return {};
    return Error{ErrorKind::Io, path, QStringLiteral("the folder cannot be made")};
}

QByteArray pictureBytes(const Attempt& attempt, int side)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setQuality(kPngCompression);
    const bool isWritten = writer.write(drawContent(attempt.shown, attempt.seeds, {side, side}));
    Q_ASSERT(isWritten);
    return isWritten ? withTexts(png, textsOf(attempt, side)) : QByteArray();
}

Result<void> writePicture(const QString& picturesFolder, const Attempt& attempt, int side)
{
    const Generation& g = attempt.generation;
    const QString path = picturesFolder + u'/' + g.statedImage;
    if (const auto made = makeFolder(path.section(u'/', 0, -2)); !made)
        return made;
    if (const auto written = writeFile(path, pictureBytes(attempt, side)); !written)
        return written;
    QFile file(path);
    if (file.open(QIODevice::ReadWrite))
        file.setFileTime(QDateTime::fromMSecsSinceEpoch(toEpochMs(g.sentAt + *g.latency)),
                         QFileDevice::FileModificationTime);
    return {};
}

/// Draws on threads of its own; what is left is dropped when a picture fails or the work is stopped.
class PictureWork
{
public:
    PictureWork(QString folder, int side)
        : m_folder(std::move(folder))
        , m_side(side)
    {
    }
    ~PictureWork()
    {
        m_isStopped = true;
        m_pool.waitForDone();
    }

    void start(const Attempt& attempt)
    {
        m_results.append(QtConcurrent::run(&m_pool, [this, &attempt]() -> Result<void> {
            if (m_isStopped)
                return Error{ErrorKind::Cancelled, m_folder, {}};
            return writePicture(m_folder, attempt, m_side);
        }));
    }

    /// The history, which is written already, counts as one.
    Result<void> finish(const SampleProgress& progress)
    {
        const int total = static_cast<int>(m_results.size()) + 1;
        for (int done = 1; done <= total; ++done) {
            if (progress && !progress(done, total))
                return Error{ErrorKind::Cancelled, m_folder, {}};
            if (done == total)
                break;
            const Result<void> result = m_results[done - 1].result();
            if (!result)
                return result;
        }
        return {};
    }

private:
    QString m_folder;
    int m_side;
    std::atomic_bool m_isStopped = false;
    QThreadPool m_pool;
    QList<QFuture<Result<void>>> m_results;
};

/// Pictures that the history does not tell of would be images that nobody asked for.
Result<void> refuseOtherContent(const SampleFiles& files, const QByteArray& log)
{
    QFile present(files.historyLog);
    if (!present.exists()) {
        const QDir pictures(files.picturesFolder);
        if (!pictures.exists() || pictures.isEmpty())
            return {};
        return Error{ErrorKind::Invalid, files.picturesFolder,
                     QStringLiteral("the folder holds other pictures")};
    }
    if (!present.open(QIODevice::ReadOnly))
        return fileError(present);
    if (present.readAll() == log)
        return {};
    return Error{ErrorKind::Invalid, files.historyLog, QStringLiteral("the folder holds another history")};
}

} // namespace

Result<SampleFiles> writeSample(const QString& folder, const SampleRequest& request,
                                const SampleProgress& progress)
{
    const Plan plan = makePlan({request.now, request.zone, request.pictures, request.pictureSide});
    const QByteArray log = historyLog(plan);
    SampleFiles files{folder + u"/pictures"_qs, folder + u"/history.jsonl"_qs, 0};
    if (const auto free = refuseOtherContent(files, log); !free)
        return free.error();
    if (const auto made = makeFolder(files.picturesFolder); !made)
        return made.error();
    if (const auto written = writeFile(files.historyLog, log); !written)
        return written.error();
    PictureWork work(files.picturesFolder, request.pictureSide);
    for (const Attempt& attempt : plan.attempts) {
        if (!attempt.hasPicture)
            continue;
        work.start(attempt);
        ++files.pictures;
    }
    if (const auto drawn = work.finish(progress); !drawn)
        return drawn.error();
    return files;
}

QImage drawSampleScene(int index, QSize size)
{
    static constexpr quint64 kLooks[kSampleSceneCount] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    Q_ASSERT(index >= 0 && index < kSampleSceneCount);
    const Brief brief = plainBrief(static_cast<Scene>(index));
    return drawContent(brief.asked, {kLooks[index], 1}, size);
}

} // namespace assay
