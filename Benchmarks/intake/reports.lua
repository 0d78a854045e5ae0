-- Sends in the reports whose bodies stand in the file given as the first argument, each with a fresh idempotency key.
-- Everything but the key is put together beforehand, so that the load takes little from the service's processors.
local tails = {}
local random
local sent = 0

local head = "POST /api/v1/reports HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nIdempotency-Key: "

function init(arguments)
    for body in io.lines(arguments[1]) do
        tails[#tails + 1] = "\r\nContent-Length: " .. #body .. "\r\n\r\n" .. body
    end
    -- wrk's threads would all draw the same from math.random: what tells their keys apart comes from the system.
    local source = assert(io.open("/dev/urandom", "rb"))
    random = source:read(10):gsub(".", function(byte) return string.format("%02x", byte:byte()) end)
    source:close()
end

function request()
    sent = sent + 1
    return head .. random .. string.format("%012x", sent) .. tails[sent % #tails + 1]
end
