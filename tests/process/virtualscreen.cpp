// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/process/virtualscreen.h"

#include <QStandardPaths>
#include <QtEndian>

#include <cstdlib>

namespace assay {

namespace {

constexpr int kStartMs = 20'000;
constexpr int kCommandMs = 30'000;
constexpr int kStep = 16;     ///< every 16th pixel of every 16th line is looked at
constexpr int kTolerance = 4; ///< of a colour's parts: scaling and colour management round

/// Places of 32-bit numbers in the header of the file Xvfb keeps its pixels in (XWDFile.h).
enum HeaderField { HeaderSize = 0, BitsPerPixel = 11, BytesPerLine = 12, ColorCount = 19 };
constexpr int kColorBytes = 12;
constexpr int kHeaderBytes = 100;

qint64 headerField(const uchar* header, HeaderField field)
{
    return qFromBigEndian<quint32>(header + field * 4);
}

} // namespace

VirtualScreen::~VirtualScreen()
{
    m_server.terminate();
    if (!m_server.waitForFinished(5'000))
        m_server.kill();
    m_server.waitForFinished();
}

QString VirtualScreen::missing()
{
    QStringList programs;
    for (const QString& program : {QStringLiteral("Xvfb"), QStringLiteral("xdotool")}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            programs.append(program);
    }
    return programs.join(QStringLiteral(" and "));
}

bool VirtualScreen::start(QSize size)
{
    // The server itself takes the first free number and says which.
    m_server.start(QStringLiteral("Xvfb"),
                   {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-fbdir"),
                    m_folder.path(), QStringLiteral("-screen"), QStringLiteral("0"),
                    QStringLiteral("%1x%2x24").arg(size.width()).arg(size.height()),
                    QStringLiteral("-nolisten"), QStringLiteral("tcp"), QStringLiteral("-noreset")});
    QByteArray number;
    while (!number.endsWith('\n')) {
        if (!m_server.waitForReadyRead(kStartMs))
            return false;
        number += m_server.readAllStandardOutput();
    }
    m_display = u':' + QString::fromLatin1(number.trimmed());
    return mapPixels(size);
}

bool VirtualScreen::mapPixels(QSize size)
{
    m_memory.setFileName(m_folder.filePath(QStringLiteral("Xvfb_screen0")));
    if (!m_memory.open(QIODevice::ReadOnly) || m_memory.size() < kHeaderBytes)
        return false;
    const uchar* header = m_memory.map(0, m_memory.size());
    if (!header || headerField(header, BitsPerPixel) != 32)
        return false;
    const qint64 start = headerField(header, HeaderSize) + headerField(header, ColorCount) * kColorBytes;
    m_bytesPerLine = headerField(header, BytesPerLine);
    m_size = size;
    m_pixels = header + start;
    return m_memory.size() >= start + m_bytesPerLine * size.height();
}

bool VirtualScreen::focusWindowOf(qint64 process) const
{
    const auto windows =
        command({QStringLiteral("search"), QStringLiteral("--sync"), QStringLiteral("--onlyvisible"),
                 QStringLiteral("--pid"), QString::number(process)});
    if (!windows)
        return false;
    const QString window = QString::fromLatin1(windows->trimmed().split('\n').last());
    return command({QStringLiteral("windowfocus"), QStringLiteral("--sync"), window}).has_value();
}

bool VirtualScreen::pressKey(const QString& keysym) const
{
    return command({QStringLiteral("key"), keysym}).has_value();
}

std::optional<QByteArray> VirtualScreen::command(const QStringList& arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), m_display);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral("xdotool"), arguments);
    const bool hasEnded = process.waitForFinished(kCommandMs);
    if (hasEnded && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return process.readAllStandardOutput();
    process.kill();
    process.waitForFinished();
    return {};
}

double VirtualScreen::shareOf(QColor color) const
{
    const auto isNear = [](int one, int other) { return std::abs(one - other) <= kTolerance; };
    int found = 0;
    int looked = 0;
    for (int y = 0; y < m_size.height(); y += kStep) {
        const uchar* line = m_pixels + y * m_bytesPerLine;
        for (int x = 0; x < m_size.width(); x += kStep, ++looked) {
            const uchar* pixel = line + x * 4;
            found += isNear(pixel[0], color.blue()) && isNear(pixel[1], color.green()) &&
                     isNear(pixel[2], color.red());
        }
    }
    return looked > 0 ? double(found) / looked : 0;
}

} // namespace assay
