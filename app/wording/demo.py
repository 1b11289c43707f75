"""What the demo says of each of its steps."""

COMMUNE_FOLDER = "Dữ liệu phường"
UPPER_FOLDER = "Dữ liệu cấp trên"
PACKAGES_FOLDER = "Gói dữ liệu"
MINUTES_FILE = "Biên bản bàn giao 12 nhà.pdf"

DEMO = "chạy thử toàn bộ công việc trên phường mẫu, trong một thư mục riêng"
NO_SCREEN = "Máy này không có màn hình: chạy phần làm mẫu thay cho cửa sổ."

STEPS: dict[str, str] = {
    "folder": "Dữ liệu mẫu, người và số liệu không có thật. Thư mục: {value}",
    "sources": "1. Thiết lập phường, {value} nguồn vốn.",
    "imported": "2. Nhập danh sách Excel: đọc {read} dòng, {value} hộ mới, {rejected} bị từ chối, {skipped} bỏ qua.",
    "decided": "3. Phường quyết định {number}: {value} hộ, {amount}.",
    "first_instalment": "4. Chi đợt 1 ({percent} %): {amount}.",
    "stages": "5. Ghi tiến độ: {value} mốc.",
    "accepted": "6. Nghiệm thu: {value} nhà.",
    "second_instalment": "7. Chi đợt 2 ({percent} %): {amount}.",
    "handed_over": "8. Bàn giao: {value} nhà.",
    "minutes": "9. In {count} biên bản bàn giao, số {first} đến {last}: {value}",
    "package_up": "10. Gói gửi cấp trên, {operations} thay đổi, {rows} dòng: {value}",
    "received_above": "11. Cấp trên nhận gói: {value} dòng mới.",
    "decided_above": "12. Cấp trên quyết định {number}: {value} hộ, {amount}.",
    "package_down": "13. Gói gửi phường, {operations} thay đổi, {rows} dòng: {value}",
    "received_below": "14. Phường nhận gói: {value} dòng mới.",
    "counts": "15. Tình trạng các nhà: {shown}.",
    "equal": "Hai nơi có cùng số liệu. Dữ liệu nguyên vẹn ở cả hai nơi.",
}

PROBLEMS: dict[str, str] = {
    "demo_folder_full": "Không tạo được thư mục làm mẫu mới. Chọn nơi khác.",
    "demo_package_refused": "Phần làm mẫu dừng lại: {message}",
    "demo_unsound": "Phần làm mẫu dừng lại: dữ liệu kiểm tra không nguyên vẹn.",
    "demo_differs": "Phần làm mẫu dừng lại: số liệu hai nơi khác nhau.",
}
