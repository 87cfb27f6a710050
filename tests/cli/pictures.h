// SPDX-License-Identifier: GPL-3.0-or-later
// Small pictures and logs for tests that run the program.
#pragma once

#include <QColor>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>

namespace assay {

/// A PNG whose pixels depend on `seed`, with a prompt as Automatic1111 writes it.
inline void writePicture(const QString& path, int seed)
{
    QImage image(48, 32, QImage::Format_RGB32);
    image.fill(QColor::fromRgb(QRgb(seed * 7919)));
    image.setText(QStringLiteral("parameters"),
                  QStringLiteral("mug number %1\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: %1, "
                                 "Size: 48x32, Model: wai, Version: v1.10.1")
                      .arg(seed));
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (!image.save(path))
        qFatal("can't write %s", qPrintable(path));
}

inline void writeBytes(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("can't write %s", qPrintable(path));
}

inline QByteArray readBytes(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("can't read %s", qPrintable(path));
    return file.readAll();
}

/// `count` generations, each with a review, as lines of LOG_FORMAT.md.
inline QByteArray logLines(int count)
{
    QByteArray log;
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        log += R"({"type":"generation","v":1,"id":"g)" + number +
               R"(","ts":"2026-03-04T12:00:00.000Z","client":"nord","asset":"a)" + QByteArray::number(i / 4) +
               R"(","model":"m-1","prompt":"three mugs","constraints":[{"id":"c1","kind":"count",)"
               R"("text":"three mugs"}],"status":"ok","latency_ms":900,"candidate":)" +
               QByteArray::number(i % 4 + 1) + R"(,"cost":{"amount":"0.040000","currency":"USD"}})" + '\n';
        log += R"({"type":"review","v":1,"id":"r)" + number + R"(","generation":"g)" + number +
               R"(","ts":"2026-03-05T12:00:00.000Z","reviewer":"d","disposition":")" +
               (i % 3 == 0 ? "accepted" : "revised") + R"(","checks":{"c1":true}})" + '\n';
    }
    return log;
}

} // namespace assay
