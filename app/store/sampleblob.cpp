// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sampleblob.h"

#include "app/store/decimals.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace assay {

namespace {

// Two bytes say how values and clusters are written, four how many there are; then all values, then all
// clusters. Little-endian.
constexpr qsizetype kHeader = 6;

template<typename T>
void append(QByteArray& blob, T value)
{
    const T little = qToLittleEndian(value);
    blob.append(reinterpret_cast<const char*>(&little), sizeof(T));
}

template<typename T>
T valueAt(const char* bytes, size_t number)
{
    return qFromLittleEndian<T>(bytes + number * sizeof(T));
}

std::vector<double> readValues(const char* bytes, size_t count, quint8 decimals)
{
    std::vector<double> values(count);
    if (decimals == kAllDigits) {
        for (size_t i = 0; i < count; ++i)
            values[i] = std::bit_cast<double>(valueAt<quint64>(bytes, i));
        return values;
    }
    const double scale = decimalScale(decimals);
    for (size_t i = 0; i < count; ++i)
        values[i] = valueAt<qint32>(bytes, i) / scale;
    return values;
}

template<typename T>
std::vector<quint32> readClusters(const char* bytes, size_t count)
{
    std::vector<quint32> clusters(count);
    for (size_t i = 0; i < count; ++i)
        clusters[i] = valueAt<T>(bytes, i);
    return clusters;
}

bool isSound(const std::vector<double>& values, const std::vector<quint32>& clusters)
{
    return std::ranges::is_sorted(values) &&
           std::ranges::all_of(clusters, [&](quint32 cluster) { return cluster < clusters.size(); });
}

} // namespace

QByteArray sampleBlob(const SampleRun& run)
{
    const quint8 decimals = decimalsOf(run.values);
    const double scale = decimals == kAllDigits ? 1 : decimalScale(decimals);
    const bool areNarrow = run.sizes.size() <= std::numeric_limits<quint16>::max();
    QByteArray blob;
    blob.reserve(kHeader + qsizetype(run.values.size()) * 12);
    append<quint8>(blob, decimals);
    append<quint8>(blob, areNarrow ? 2 : 4);
    append(blob, static_cast<quint32>(run.values.size()));
    for (const double value : run.values) {
        if (decimals == kAllDigits)
            append(blob, std::bit_cast<quint64>(value));
        else
            append(blob, static_cast<qint32>(std::round(value * scale)));
    }
    for (const quint32 cluster : run.clusters) {
        if (areNarrow)
            append(blob, static_cast<quint16>(cluster));
        else
            append(blob, cluster);
    }
    return blob;
}

std::optional<SampleRun> samplesFromBlob(const QByteArray& blob)
{
    if (blob.size() < kHeader)
        return std::nullopt;
    const auto decimals = static_cast<quint8>(blob[0]);
    const int clusterBytes = blob[1];
    const size_t count = valueAt<quint32>(blob.constData() + 2, 0);
    const bool isKnown = isDecimals(decimals) && (clusterBytes == 2 || clusterBytes == 4);
    const size_t valueBytes = decimals == kAllDigits ? 8 : 4;
    if (!isKnown || size_t(blob.size() - kHeader) != count * (valueBytes + size_t(clusterBytes)))
        return std::nullopt;
    const char* bytes = blob.constData() + kHeader;
    std::vector<double> values = readValues(bytes, count, decimals);
    bytes += count * valueBytes;
    std::vector<quint32> clusters =
        clusterBytes == 2 ? readClusters<quint16>(bytes, count) : readClusters<quint32>(bytes, count);
    if (!isSound(values, clusters))
        return std::nullopt;
    return SampleRun::of(std::move(values), std::move(clusters));
}

} // namespace assay
