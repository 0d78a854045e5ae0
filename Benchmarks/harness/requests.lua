-- Sends the whole requests of the file given as the first argument, each ended by a NUL, one after the other and from the
-- beginning again after the last. 32 '@' in a request become 32 fresh hexadecimal digits, the same wherever they stand in it.
-- Everything else is put together beforehand, so that the load takes little from the service's processors.
local requests = {}
local next_request = 0
local random
local sent = 0
local threads = 0
local mark = string.rep("@", 32)

function setup(thread)
    thread:set("place", threads)
    threads = threads + 1
end

-- What stands between the marks.
local function parts(text)
    local found = {}
    local from = 1
    while true do
        local first, last = text:find(mark, from, true)
        found[#found + 1] = text:sub(from, first and first - 1)
        if not first then return found end
        from = last + 1
    end
end

function init(arguments)
    local file = assert(io.open(arguments[1], "rb"))
    local whole = file:read("*a")
    file:close()
    local from = 1
    while from <= #whole do
        local last = whole:find("\0", from, true)
        requests[#requests + 1] = parts(whole:sub(from, last - 1))
        from = last + 1
    end
    -- The threads begin half a list apart, so that they never ask for the same at the same time.
    next_request = math.floor(place * #requests / 2)
    -- They would all draw the same from math.random: what tells their digits apart comes from the system.
    local source = assert(io.open("/dev/urandom", "rb"))
    random = source:read(10):gsub(".", function(byte) return string.format("%02x", byte:byte()) end)
    source:close()
end

function request()
    next_request = next_request % #requests + 1
    local found = requests[next_request]
    if #found == 1 then return found[1] end
    sent = sent + 1
    return table.concat(found, random .. string.format("%012x", sent))
end
