// SPDX-License-Identifier: GPL-3.0-or-later
// For tests of importing: a workspace, a folder that tests write images and logs into, and one call that
// imports to the end.
#pragma once

#include "app/intake/directtarget.h"
#include "app/intake/importer.h"
#include "app/store/database.h"
#include "app/store/statement.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QColor>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QImageWriter>

namespace assay {

class ImportFixture
{
public:
    ImportFixture() { QDir().mkpath(folder()); }

    const Database& database() const { return m_workspace.database(); }
    const TemporaryWorkspace& workspace() const { return m_workspace; }
    /// Canonical, as the store keeps it.
    QString folder() const
    {
        return QFileInfo(m_workspace.folder().path()).canonicalFilePath() + QStringLiteral("/pictures");
    }
    QString path(const QString& name) const { return folder() + u'/' + name; }

    /// A picture whose pixels depend on `seed`, in the format its name ends with. A PNG with a prompt says so
    /// as Automatic1111 does.
    void writeImage(const QString& name, int seed, const QString& prompt = {}) const
    {
        QImage image(32, 24, QImage::Format_RGB32);
        image.fill(QColor::fromRgb(QRgb(seed * 7919)));
        if (!prompt.isEmpty()) {
            image.setText(QStringLiteral("parameters"),
                          prompt +
                              QStringLiteral("\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: %1, Size: "
                                             "32x24, Model: wai, Version: v1.10.1")
                                  .arg(seed));
        }
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QImageWriter writer(path(name));
        if (!writer.write(image))
            qFatal("can't write %s", qPrintable(path(name)));
    }

    void writeFile(const QString& name, const QByteArray& content) const
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("can't write %s", qPrintable(path(name)));
    }

    ImportReport import(const QStringList& paths, const QString& client = {}) const
    {
        DirectTarget target(database(), systemClock());
        Importer importer(database(), target);
        for (const QString& path : paths)
            importer.addPath(path, client);
        while (importer.hasWork()) {
            if (const auto stepped = importer.step(); !stepped)
                qFatal("import: %s", qPrintable(describe(stepped.error())));
        }
        return importer.takeReport();
    }
    ImportReport importFolder() const { return import({folder()}); }

    /// The first column of the first row.
    QString value(const QString& sql) const
    {
        Statement statement = database().prepare(sql);
        if (!statement.run() || !statement.next())
            return {};
        return statement.text(0);
    }
    int count(const QString& table) const
    {
        return value(QStringLiteral("SELECT count(*) FROM ") + table).toInt();
    }

private:
    TemporaryWorkspace m_workspace;
};

/// A complete generation line of LOG_FORMAT.md, without line end.
inline QByteArray logGeneration(const QByteArray& id, const QByteArray& image = {},
                                const QByteArray& status = "ok")
{
    QByteArray line =
        R"({"type":"generation","v":1,"id":")" + id +
        R"(","ts":"2026-03-04T12:00:00.000Z","client":"nord","asset":"a1","model":"m-1",)"
        R"("prompt":"three mugs","constraints":[{"id":"c1","kind":"count","text":"three mugs"}],)"
        R"("status":")" +
        status + R"(","latency_ms":900,"cost":{"amount":"0.040000","currency":"USD"})";
    if (!image.isEmpty())
        line += R"(,"image":")" + image + '"';
    return line + '}';
}

inline QByteArray logReview(const QByteArray& id, const QByteArray& generation,
                            const QByteArray& disposition = "accepted")
{
    return R"({"type":"review","v":1,"id":")" + id + R"(","generation":")" + generation +
           R"(","ts":"2026-03-04T13:00:00.000Z","reviewer":"d","disposition":")" + disposition +
           R"(","checks":{"c1":true}})";
}

} // namespace assay
