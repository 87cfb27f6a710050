// SPDX-License-Identifier: GPL-3.0-or-later
// DropArea: says where a folder, images or a log may be dropped, and that one is about to be. GUI thread. The
// page around it takes the drop.
#pragma once

#include <QWidget>

namespace assay {

class DropArea : public QWidget
{
    Q_OBJECT

public:
    explicit DropArea(QWidget* parent = nullptr);

    void setAboutToDrop(bool isAboutToDrop);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_isAboutToDrop = false;
};

} // namespace assay
