// SPDX-License-Identifier: GPL-3.0-or-later
// ProblemTile: what stands in place of an image that cannot be shown: the reason in words, and what can be
// done. GUI thread. It shows what it is given; the image can still be judged.
#pragma once

#include "app/base/result.h"

#include <QSize>
#include <QWidget>

class QPushButton;

namespace assay {

class TextLabel;
class TileIcon;

class ProblemTile : public QWidget
{
    Q_OBJECT

public:
    struct Subject
    {
        QString fileName;
        qint64 bytes = 0; ///< 0: unknown
        QSize size;       ///< as the header says; invalid: unknown
        Error error;
        bool hasPart = false; ///< some of it could be decoded
    };

    explicit ProblemTile(QWidget* parent = nullptr);

    void setSubject(const Subject& subject);
    QString title() const;

signals:
    void showPartRequested();
    void readAgainRequested();
    void showInFolderRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TileIcon* m_icon;
    TextLabel* m_title;
    TextLabel* m_reason;
    TextLabel* m_hint;
    QPushButton* m_showPart;
    QPushButton* m_readAgain;
    QPushButton* m_showInFolder;
};

} // namespace assay
