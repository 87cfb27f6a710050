// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/sums.h"

namespace assay {

void Sums::add(double clusterY, qint64 clusterN)
{
    const double size = static_cast<double>(clusterN);
    ++clusters;
    n += clusterN;
    y += clusterY;
    yy += clusterY * clusterY;
    yn += clusterY * size;
    nn += size * size;
}

void Sums::remove(double clusterY, qint64 clusterN)
{
    const double size = static_cast<double>(clusterN);
    --clusters;
    n -= clusterN;
    y -= clusterY;
    yy -= clusterY * clusterY;
    yn -= clusterY * size;
    nn -= size * size;
}

Sums& Sums::operator+=(const Sums& other)
{
    clusters += other.clusters;
    n += other.n;
    y += other.y;
    yy += other.yy;
    yn += other.yn;
    nn += other.nn;
    return *this;
}

} // namespace assay
