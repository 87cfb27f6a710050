// SPDX-License-Identifier: GPL-3.0-or-later
// How many thumbnails a second are made of the PNG in a folder, as the window makes them, and how long a
// picture that is to be shown takes meanwhile. tests/bench/thumbnails.sh makes the folder and compares.
#include "app/images/imageloader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace assay;

namespace {

QList<ImageSource> sourcesIn(const QString& folder)
{
    QList<ImageSource> sources;
    const QStringList names = QDir(folder).entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
    for (const QString& name : names)
        sources.append(
            {folder + u'/' + name, QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256)});
    return sources;
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication application(argc, argv);
    const QList<ImageSource> sources = sourcesIn(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    if (sources.size() < 2) {
        std::fprintf(stderr, "usage: bench_thumbnails FOLDER, with PNG in it\n");
        return 2;
    }
    const QTemporaryDir kept;
    ImageLoader loader({kept.path()});
    qsizetype done = 0;
    qint64 shownMs = -1;
    QElapsedTimer timer;
    QElapsedTimer shown;
    const auto count = [&] {
        if (++done == sources.size())
            QCoreApplication::quit();
        if (done != sources.size() / 2)
            return;
        shown.start();
        loader.show(sources.last(), {}, {});
    };
    QObject::connect(&loader, &ImageLoader::thumbnailLoaded, &loader, count);
    QObject::connect(&loader, &ImageLoader::thumbnailFailed, &loader, count);
    QObject::connect(&loader, &ImageLoader::imageLoaded, &loader, [&] { shownMs = shown.elapsed(); });
    timer.start();
    loader.setVisibleThumbnails(sources);
    QCoreApplication::exec();
    std::printf("%.1f %lld\n", double(sources.size()) * 1000 / double(timer.elapsed()), shownMs);
    return 0;
}
